"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, startTransition, use, useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import type { FormState } from "@/lib/forms";
import { FormAnswer } from "./action-form";
import { useInBrowser } from "./use-in-browser";

type OfficeSearchProps = {
  q: string;
  shown: number;
  total: number;
  /** Takes the form it stands in, as it is. */
  search: (form: FormData) => void;
};

/** An action's answer to the button of a search, pressed without script. */
export type Sought<Found> = FormState & { found?: Found };

/** What was found last: by the form's own action without script, else by `find`. */
export function useFound<Found>(first: Found, find: (before: Found, form: FormData) => Promise<Found>) {
  const answer: Sought<Found> = use(FormAnswer);
  return useActionState<Found, FormData>(
    find as (before: Awaited<Found>, form: FormData) => Promise<Found>,
    (answer.found ?? first) as Awaited<Found>,
  );
}

/** Typing goes on for so many milliseconds before it is looked for. */
const pause = 200;

/** Narrows what the form it stands in offers: while somebody types, or by its button, which without script posts the form as `search`. */
export function OfficeSearch({ q, shown, total, search }: OfficeSearchProps) {
  const t = useTranslations("desk.officeSearch");
  const live = useInBrowser();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const ask = (form: HTMLFormElement | null, after = 0) => {
    clearTimeout(waiting.current);
    if (!form) return;
    waiting.current = setTimeout(() => startTransition(() => search(new FormData(form))), after);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    // The form itself is not meant.
    event.preventDefault();
    ask(event.currentTarget.form);
  };
  return (
    <search className="block">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-[min(12rem,100%)] flex-1">
          <InputField
            type="search"
            name="q"
            label={t("label")}
            hint={t("hint")}
            errorWord=""
            defaultValue={q}
            maxLength={100}
            autoComplete="off"
            onInput={({ currentTarget }) => ask(currentTarget.form, pause)}
            onKeyDown={press}
          />
        </div>
        <Button
          look="plain"
          type={live ? "button" : "submit"}
          name={live ? undefined : "search"}
          value={live ? undefined : "yes"}
          onClick={({ currentTarget }) => ask(currentTarget.form)}
        >
          {t("submit")}
        </Button>
      </div>
      <p role="status" className="mt-2 text-muted tabular-nums">
        {t(total === 0 ? "none" : shown < total ? "some" : "all", { shown, total })}
      </p>
    </search>
  );
}
