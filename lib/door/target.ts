const longest = 2048;
const printable = /^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/;
const halfEncoded = /%(?![0-9a-f]{2})/i;
const encodedControl = /%(?:[01][0-9a-f]|7f)/i;
// Letters, digits, "-._~", "/" and "\" have no reason to be encoded in a path, except to slip past a comparison.
const needlesslyEncoded = /%(?:2[def]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5[cf]|7e)/i;
const dotSegment = /\/\.{1,2}(?:\/|$)/;

/** The path of a request target, without its query. */
export function pathOf(url: string): string {
  const mark = url.indexOf("?");
  return mark === -1 ? url : url.slice(0, mark);
}

/** The query of a request target with its question mark, or "". */
export function queryOf(url: string): string {
  const mark = url.indexOf("?");
  return mark === -1 ? "" : url.slice(mark);
}

/**
 * Looks at a request target (RFC 9112 §3.2) before anything else reads it.
 * @returns the status to refuse it with, or undefined when it is an ordinary one: 414 when longer than 2,048
 *   characters, 400 when it is no origin-form or its percent-encoding is broken (RFC 3986 §2.1), 404 when its path has
 *   empty or dot segments, or hides plain characters behind percent signs
 */
export function refuseTarget(url: string): 400 | 404 | 414 | undefined {
  if (url.length > longest) return 414;
  if (!printable.test(url) || halfEncoded.test(url) || encodedControl.test(url)) return 400;
  if (!isUtf8(url)) return 400;
  const path = pathOf(url);
  const strange = path.includes("//") || dotSegment.test(path) || needlesslyEncoded.test(path);
  return strange ? 404 : undefined;
}

function isUtf8(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    decodeURIComponent(url);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
