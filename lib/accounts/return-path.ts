/** Where the desk begins. */
export const deskHome = "/desk/overview";

const here = "http://desk.invalid";

/** The page to return to after signing in: one of the desk's own, read as a browser would read it; never another site. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/desk/") || !URL.canParse(asked, here)) return deskHome;
  const { origin, pathname, search } = new URL(asked, here);
  const inDesk = origin === here && pathname.startsWith("/desk/") && !pathname.startsWith("/desk/sign-in");
  return inDesk && !pathname.includes("//") ? pathname + search : deskHome;
}

/** A page's address with the query it was asked for with, for the way back to it. */
export function withQuery(path: string, query: Record<string, unknown>): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (typeof one === "string" ? [[name, one]] : [])),
  );
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path;
}
