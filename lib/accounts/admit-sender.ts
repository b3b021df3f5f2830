import { type Act, findMember, mayDo } from "./access";
import { openSession, sessionCookie } from "./session-token";

/**
 * Whether somebody may send a large form, asked before it is read.
 * @param cookies the header `Cookie` as it came
 * @param act what its page is for; without one every member may send it
 * @returns 401 for who is not signed in, 403 for who may not do this or has to enrol a second factor first
 */
export async function admitSender(cookies: string | undefined, act: Act | undefined): Promise<401 | 403 | undefined> {
  const start = `${sessionCookie().name}=`;
  const cookie = (cookies ?? "").split(";").find((one) => one.trimStart().startsWith(start));
  // Compact JWE (RFC 7516 §3.1) has no sign that a cookie would encode.
  const token = cookie?.trim().slice(start.length);
  const member = token ? await findMember(await openSession(token)) : null;
  if (!member) return 401;
  return member.mustEnrol || (act && !mayDo(member, act)) ? 403 : undefined;
}
