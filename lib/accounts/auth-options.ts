import type { AuthOptions, User } from "next-auth";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { checkSession } from "./check-session";
import { deviceOf } from "./device";
import { endSession } from "./end-session";
import { networkOf } from "./network";
import { signInSchema } from "./schema";
import { sessionCookie } from "./session-token";
import { signIn } from "./sign-in";
import { lifetimeSeconds } from "./start-session";

/**
 * How next-auth speaks for the desk. Its token carries a session row's id, which is checked whenever it is shown, so
 * that ending the row ends the session. Called per request: nothing is read from the environment while building.
 */
export function authOptions(): AuthOptions {
  // next-auth reads its own address from the environment only.
  process.env.NEXTAUTH_URL = env().APP_URL;
  return {
    secret: env().AUTH_SECRET,
    providers: [{ id: "credentials", name: "E-mail", type: "credentials", credentials: {}, authorize }],
    session: { strategy: "jwt", maxAge: lifetimeSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/desk/sign-in", signOut: "/desk", error: "/desk/sign-in", verifyRequest: "/desk/sign-in" },
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: user?.id ?? token.sessionId }),
      session: async ({ session: { expires }, token }) => {
        const session = await checkSession(String(token.sessionId));
        return { expires: session ? expires : new Date(0).toISOString() };
      },
    },
    events: { signOut: ({ token }) => endSession(String(token?.sessionId)) },
    logger: {
      error: (code) => log.error({ code }, "next-auth"),
      warn: (code) => log.warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

type Headers = Record<string, string | undefined>;

// next-auth puts the message of whatever is thrown here into an address: nothing may be thrown.
async function authorize(credentials: unknown, { headers = {} }: { headers?: Headers }): Promise<User | null> {
  const input = signInSchema.safeParse(credentials);
  if (!input.success) return null;
  const device = deviceOf(headers["user-agent"]);
  try {
    return { id: await signIn({ ...input.data, network: networkOf((name) => headers[name]), device }) };
  } catch (error) {
    if (!(error instanceof Refusal)) log.error({ err: error }, "sign-in");
    return null;
  }
}
