"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { useErrorText } from "@/components/desk/error-text";
import { type Found, type HitKind, searchLimits } from "@/lib/search/schema";
import { HitList } from "./hit-list";

/** What a search brought: what was found, or an error for what was typed. */
export type SearchState = { q: string; found?: Found; error?: string } | null;
export type SearchAction = (before: SearchState, form: FormData) => Promise<SearchState>;

type SearchFormProps = {
  action: SearchAction;
  label: string;
  hint?: string;
  /** Only what is of this kind. */
  kind?: HitKind;
};

/** Searches the desk, or one of its lists, by POST. What is found stands under the field. */
export function SearchForm({ action, label, hint, kind }: SearchFormProps) {
  const t = useTranslations("desk");
  const errorText = useErrorText();
  const [state, send, pending] = useActionState(action, null);
  const status = useId();
  return (
    <search className="block max-w-[38rem] print:hidden">
      <form action={send} aria-describedby={status} noValidate className="flex flex-wrap items-end gap-3">
        {kind && <input type="hidden" name="kind" value={kind} />}
        <div className="min-w-0 grow basis-48">
          <InputField
            key={state?.q}
            name="q"
            type="search"
            label={label}
            hint={hint}
            error={state?.error && errorText("q", state.error)}
            errorWord={t("form.error")}
            defaultValue={state?.q}
            maxLength={searchLimits.most}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Button>{pending ? t("search.pending") : t("search.submit")}</Button>
      </form>
      <p id={status} role="status" className="sr-only">
        {state?.found && t("search.count", { count: state.found.hits.length })}
      </p>
      {state?.found && <HitList found={state.found} />}
    </search>
  );
}
