import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { lifetimeSeconds } from "./start-session";

/** The one cookie of the desk. Over https the browser binds it to this host (`__Host-`, RFC 6265bis §4.1.3.2). */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https://");
  return {
    name: secure ? "__Host-appeals-desk-session" : "appeals-desk-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** The encrypted token for a session's cookie: it carries the row's id and nothing else. */
export async function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sessionId }, secret: env().AUTH_SECRET, maxAge: lifetimeSeconds });
}

/** The session's id in a cookie's token, or null when it is not one of ours or too old. */
export async function openSession(token: string): Promise<string | null> {
  try {
    const content = await decode({ token, secret: env().AUTH_SECRET });
    return typeof content?.sessionId === "string" ? content.sessionId : null;
  } catch (error) {
    // jose names every token it cannot read by such a code: a stranger's cookie is no session, and no defect.
    if (error instanceof Error && "code" in error && /^ERR_JO?[SWE]/.test(String(error.code))) return null;
    throw error;
  }
}
