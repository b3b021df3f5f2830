"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/forms";
import { useErrorText } from "./error-text";
import { useInBrowser } from "./use-in-browser";

/** On top of a form: what to mend, each line a link to its field, or why the whole was refused. Takes the focus once. */
export function FormProblems({ refusal }: Pick<FormState, "refusal">) {
  const t = useTranslations("desk");
  const errorText = useErrorText();
  const { formState } = useFormContext<Record<string, string>>();
  const box = useFocusOnProblem(formState.submitCount);
  const errors = Object.entries(formState.errors).flatMap(([field, error]) =>
    // What is found while somebody types stands at its field alone.
    error?.message && error.type !== "autosave" ? [{ field, text: errorText(field, error.message) }] : [],
  );
  const listed = useInBrowser() ? errors.toSorted(byPlace) : errors;
  return (
    <div ref={box} className="empty:hidden">
      <ErrorSummary title={t("form.summary", { count: errors.length })} errors={listed} />
      {refusal && errors.length === 0 && (
        <div role="alert" tabIndex={-1} className="border-s-4 border-brick bg-sheet px-4 py-3">
          <p className="font-semibold">{t("form.refused")}</p>
          <p>{t(`refusals.${refusal}`)}</p>
        </div>
      )}
    </div>
  );
}

/** Fields in the order in which they stand on the page, which a schema does not know. */
function byPlace(one: { field: string }, other: { field: string }): number {
  const [first, second] = [one, other].map(({ field }) => document.getElementById(field));
  if (!first || !second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Moves the focus to a problem once an attempt: not again while somebody mends it, when problems come and go. */
function useFocusOnProblem(attempt: number) {
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<number>(null);
  useEffect(() => {
    const problem = box.current?.querySelector<HTMLElement>("[role=alert]");
    if (!problem || told.current === attempt) return;
    told.current = attempt;
    problem.focus();
  });
  return box;
}
