/** Where the desk begins. */
export const deskHome = "/desk/campaigns";

/** The page to return to after signing in: one of the desk's own, never another site. */
export function deskPath(asked: unknown): string {
  if (typeof asked !== "string" || !/^\/desk\/[\w/?=&%.-]*$/.test(asked) || asked.includes("//")) return deskHome;
  return asked.startsWith("/desk/sign-in") ? deskHome : asked;
}
