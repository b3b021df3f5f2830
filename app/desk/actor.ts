import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, findMember } from "@/lib/accounts/access";
import { deviceOf } from "@/lib/accounts/device";
import { networkOf } from "@/lib/accounts/network";
import { openSession, sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { lifetimeSeconds } from "@/lib/accounts/start-session";
import { Refusal } from "@/lib/errors";

/** The session the browser's cookie names, whether it may still be used or not. */
export const findSessionId = cache(async (): Promise<string | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? openSession(token) : null;
});

/** The member who asks, or null. Read once a request. */
export const findActor = cache(async (): Promise<Actor | null> => findMember(await findSessionId()));

/** Where a second factor is enrolled: all that is open to who must. */
export const enrolPath = "/desk/account/second-factor";

/** The same for somebody on the way to another page. */
export function enrolPathTo(next: string): string {
  return `${enrolPath}?${new URLSearchParams({ next })}`;
}

/** The member who asks; anybody else is sent to sign in, or to enrol a second factor, and after that back to `path`. */
export async function requireActor(path: string): Promise<Actor> {
  const actor = (await findActor()) ?? redirect(`/desk/sign-in?next=${encodeURIComponent(path)}`);
  if (actor.mustEnrol && path !== enrolPath) redirect(enrolPathTo(path));
  return actor;
}

/** Gives the browser the cookie of a session. For actions only. */
export async function keepSession(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealSession(sessionId), { ...options, maxAge: lifetimeSeconds });
}

/** Takes the cookie back. For actions only. */
export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/**
 * The first line of every action. Next compares an Origin with the host but lets a missing one pass; we do not.
 * @throws Refusal("bad-origin")
 */
export async function requireOrigin(): Promise<void> {
  const origin = (await headers()).get("origin");
  if (!origin || origin === "null") throw new Refusal("bad-origin");
}

/** Browser and system of a request, in words. */
export async function findDevice(): Promise<string | null> {
  return deviceOf((await headers()).get("user-agent"));
}

/** Where a request comes from, for limits. */
export async function findNetwork(): Promise<string> {
  const sent = await headers();
  return networkOf((name) => sent.get(name));
}
