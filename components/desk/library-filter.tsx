"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import { type LibraryFilter, librarySchema } from "@/lib/library/schema";

export type Narrow = Omit<LibraryFilter, "page">;

/** What can be chosen in the library. */
export type LibraryChoices = {
  countries: { code: string; name: string }[];
  languages: { code: string; name: string }[];
  tags: string[];
  groups: { id: string; name: string }[];
};

type LibraryFilterProps = {
  filter: Narrow;
  choices: LibraryChoices;
  /** Whether what is chosen is followed at once. */
  live: boolean;
  narrow: (filter: Narrow) => void;
  form: Ref<HTMLFormElement>;
};

const control = "block min-h-9 w-full rounded-sm border border-edge bg-sheet px-2 py-1 text-ink";
const channels = ["email", "fax", "post", "web_form", "own_client"] as const;
const statuses = ["working", "untried", "failing", "dead"] as const;

/** Narrows the library: at once where the grid is open, else by its button, as an ordinary search form. */
export function LibraryFilterForm({ filter, choices, live, narrow, form }: LibraryFilterProps) {
  const t = useTranslations("desk");
  const follow = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    if (live) narrow(readNarrow(currentTarget));
  };
  return (
    <search>
      <form
        ref={form}
        action="/desk/recipients"
        aria-label={t("library.filter")}
        onInput={follow}
        onSubmit={(event) => live && matchMedia("(min-width: 48rem)").matches && event.preventDefault()}
        className="mb-4 grid grid-cols-2 items-end gap-3 print:hidden sm:grid-cols-3 lg:grid-cols-[minmax(12rem,2fr)_repeat(5,minmax(0,1fr))]"
      >
        <label className="block max-lg:col-span-full">
          <span className="block text-xs text-muted">{t("library.q")}</span>
          <input
            type="search"
            name="q"
            defaultValue={filter.q}
            placeholder={t("library.qHint")}
            autoComplete="off"
            maxLength={200}
            className={`${control} placeholder:text-muted`}
          />
        </label>
        <Choose name="country" label={t("library.columns.country")} value={filter.country}>
          {choices.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Choose>
        <Choose name="channel" label={t("library.channel")} value={filter.channel}>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channels.${channel}`)}
            </option>
          ))}
        </Choose>
        <Choose name="status" label={t("library.columns.status")} value={filter.status}>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {t(`recipient.statuses.${status}`)}
            </option>
          ))}
          <option value="none">{t("library.noAddress")}</option>
          <option value="dnc">{t("library.doNotContact")}</option>
        </Choose>
        <Choose name="tag" label={t("library.tag")} value={filter.tag}>
          {choices.tags.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </Choose>
        <Choose name="group" label={t("library.group")} value={filter.group}>
          {choices.groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choose>
        <Button className={live ? "md:hidden" : ""}>{t("library.apply")}</Button>
      </form>
    </search>
  );
}

/** What stands in the filter. */
export function readNarrow(form: HTMLFormElement): Narrow {
  const { page: _page, ...narrow } = librarySchema.parse(Object.fromEntries(new FormData(form)));
  return narrow;
}

type ChooseProps = { name: keyof Narrow; label: string; value: string; children: ReactNode };

function Choose({ name, label, value, children }: ChooseProps) {
  const t = useTranslations("desk.library");
  return (
    <label className="block min-w-0">
      <span className="block text-xs text-muted">{label}</span>
      <select name={name} defaultValue={value} className={control}>
        <option value="">{t("any")}</option>
        {children}
      </select>
    </label>
  );
}
