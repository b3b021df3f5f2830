"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/forms";
import { FormAnswer } from "./action-form";
import { useErrorText } from "./error-text";

export type BulkWords = { submit: string; pending: string };

type BulkBarProps = {
  id: string;
  state: FormState;
  send: (form: FormData) => void;
  sending: boolean;
  filter: string;
  total: number;
  listed: number;
  /** How many are ticked; null where no script can say. */
  ticked: number | null;
  /** The ids of those that are ticked, where they have no boxes in the form. */
  picks?: readonly string[];
  clear: () => void;
  words: BulkWords;
  fields?: ReactNode;
};

/** What is done with the rows that are ticked, or with all that fit what the list is narrowed to. */
export function BulkBar(props: BulkBarProps) {
  const { id, state, send, sending, filter, total, listed, ticked, picks, clear, words, fields } = props;
  const t = useTranslations("desk.bulk");
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  return (
    <form
      id={id}
      action={send}
      onSubmit={submit}
      aria-label={t("label")}
      hidden={ticked === 0}
      className={`group/bulk bottom-0 z-30 mt-4 border-t-2 border-edge bg-sheet px-4 py-3 [@media(min-height:34rem)]:sticky print:hidden ${ticked === null ? "[@media(scripting:enabled)]:hidden" : ""}`}
    >
      <input type="hidden" name="filter" value={filter} />
      <input type="hidden" name="count" value={total} />
      {picks && <input type="hidden" name="picks" value={picks.join(",")} />}
      <BulkProblem state={sending ? {} : state} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="flex flex-wrap items-center justify-between gap-x-5 max-sm:basis-full sm:block">
          <p role="status" className="font-semibold tabular-nums empty:hidden">
            {ticked !== null && ticked > 0 && t("ticked", { ticked })}
          </p>
          {picks === undefined && total > listed && (
            <Which key={ticked} {...{ id, ticked, total }} open={ticked === null || ticked === listed} />
          )}
          {ticked !== null && (
            <button type="button" onClick={clear} className="link min-h-9 cursor-pointer">
              {t("clear")}
            </button>
          )}
        </div>
        <FormAnswer value={state}>{fields}</FormAnswer>
        <Button aria-disabled={sending} className="max-sm:w-full">
          {sending ? words.pending : words.submit}
        </Button>
      </div>
    </form>
  );
}

type WhichProps = { id: string; ticked: number | null; total: number; open: boolean };

/** Those that are ticked, or all that fit. Offered once the whole page is ticked; without script always. */
function Which({ id, ticked, total, open }: WhichProps) {
  const t = useTranslations("desk.bulk");
  const [all, setAll] = useState(false);
  if (!open) return null;
  return (
    <fieldset className="my-1">
      <legend className="sr-only">{t("which")}</legend>
      {(["ticked", "all"] as const).map((which) => (
        <label key={which} htmlFor={`${id}-${which}`} className="flex min-h-9 items-center gap-2.5">
          <input
            type="radio"
            id={`${id}-${which}`}
            name="which"
            value={which}
            checked={all === (which === "all")}
            onChange={() => setAll(which === "all")}
            className="size-5 accent-blue"
          />
          {which === "all" ? t("all", { total }) : t("these", { ticked: ticked ?? 0, known: String(ticked !== null) })}
        </label>
      ))}
    </fieldset>
  );
}

/** Why nothing was done. */
function BulkProblem({ state: { refusal, errors } }: { state: FormState }) {
  const t = useTranslations("desk.refusals");
  const errorText = useErrorText();
  const [problem] = Object.entries(errors ?? {});
  if (!refusal && !problem) return null;
  return (
    <p role="alert" className="mb-3 max-w-[62ch] border-s-4 border-brick ps-3 font-semibold text-brick">
      {refusal ? t(refusal) : problem && errorText(...problem)}
    </p>
  );
}
