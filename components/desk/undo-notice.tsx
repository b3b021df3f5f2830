"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useId, useRef } from "react";
import type { FormState } from "@/lib/forms";

type UndoNoticeProps = {
  /** Names what was done last; another name takes the focus. Null: nothing to tell. */
  of: string | null;
  /** Whether the page was opened to tell it: then it takes the focus at once. */
  opened?: boolean;
  text: string;
  /** What the form that takes it back sends; missing where it cannot be taken back. */
  field?: { name: string; value: string } | undefined;
  answer: FormState;
  send: (form: FormData) => void;
  sending: boolean;
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
};

/**
 * What was done, and the button that takes it back. It stays until the page is left: nobody has to hurry. Always there, so that
 * it is read out when it changes.
 */
export function UndoNotice({ of, opened = false, text, field, answer, send, sending, onSubmit }: UndoNoticeProps) {
  const t = useTranslations("desk");
  const box = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const id = useId();
  const before = useRef(opened ? null : of);
  useEffect(() => {
    if (before.current === of) return;
    before.current = of;
    if (of !== null) (box.current?.querySelector<HTMLElement>("button") ?? note.current)?.focus();
  }, [of]);
  return (
    <div ref={box} className="print:hidden">
      <div
        className={`flex flex-wrap items-baseline gap-x-5 gap-y-1 border-moss ${of === null ? "" : "mb-5 border-s-4 bg-sheet px-4 py-2"}`}
      >
        <p
          ref={note}
          id={id}
          role="status"
          tabIndex={-1}
          className="max-w-[62ch] wrap-anywhere outline-none empty:hidden"
        >
          {of !== null && text}
        </p>
        {of !== null && field && (
          <form action={send} onSubmit={onSubmit}>
            <button
              {...field}
              aria-describedby={id}
              aria-disabled={sending}
              onClick={(event) => sending && event.preventDefault()}
              className="link min-h-9 cursor-pointer font-semibold aria-disabled:opacity-60"
            >
              {sending ? t("undo.pending") : t("undo.button")}
            </button>
          </form>
        )}
      </div>
      {answer.refusal && !sending && (
        <p role="alert" className="mb-5 max-w-[62ch] border-s-4 border-brick bg-sheet px-4 py-2">
          {t(`refusals.${answer.refusal}`)}
        </p>
      )}
    </div>
  );
}
