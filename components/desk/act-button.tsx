"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import type { FormAction } from "./action-form";
import { forgetKept } from "./kept-owner";

type ActButtonProps = {
  action: FormAction;
  /** What it is about, as the action reads it. */
  fields?: Record<string, string>;
  pending: string;
  /** Said when it is done and the button is still there. */
  done: string;
  /** For those who do not see what it stands beside; begins with the visible words. */
  label?: string;
  /** Whether it ends the session here: what was typed in this tab goes with it. */
  signsOut?: boolean;
  children: ReactNode;
};

/** One small act in a list: a button that looks like a link, and beside it what came of it. */
export function ActButton({ action, fields = {}, pending, done, label, signsOut, children }: ActButtonProps) {
  const t = useTranslations("desk.refusals");
  const [state, dispatch, sending] = useActionState(action, {});
  return (
    <form
      action={dispatch}
      onSubmit={signsOut ? forgetKept : undefined}
      className="inline-flex flex-wrap items-baseline gap-x-2"
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        aria-label={sending ? undefined : label}
        aria-disabled={sending}
        className="link min-h-11 cursor-pointer text-start aria-disabled:opacity-60 xl:min-h-6"
      >
        {sending ? pending : children}
      </button>
      <span role="status" className="text-moss empty:hidden">
        {state.saved && !sending && <>✓ {done}</>}
      </span>
      <span role="alert" className="text-brick empty:hidden">
        {state.refusal && !sending && t(state.refusal)}
      </span>
    </form>
  );
}
