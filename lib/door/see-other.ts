/** The answer to a form that did its work: go on there, by GET (RFC 9110 §15.4.4). */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
