"use server";

import { redirect } from "next/navigation";
import { dropSession, findSessionId, requireOrigin } from "@/app/desk/actor";
import { endSession } from "@/lib/accounts/end-session";

export async function signOutAction(): Promise<void> {
  await requireOrigin();
  const sessionId = await findSessionId();
  if (sessionId) await endSession(sessionId);
  await dropSession();
  redirect("/desk/sign-in");
}
