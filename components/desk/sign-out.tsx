"use client";

import { forgetKept } from "./kept-owner";

/** Ends the session, and what was typed in this tab goes with it. */
export function SignOut({ signOut, label }: { signOut: () => Promise<void>; label: string }) {
  return (
    <form action={signOut} onSubmit={forgetKept}>
      <button className="link min-h-11 shrink-0 cursor-pointer whitespace-nowrap md:min-h-6">{label}</button>
    </form>
  );
}
