"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { searchLimits } from "@/lib/search/schema";
import { PaletteOptions } from "./palette-options";
import type { Place } from "./places";
import { useSearch } from "./use-search";

type PaletteBoxProps = { places: Place[]; close: () => void };

/** The field of the palette and what it offers: a combobox as the ARIA practices describe it, its focus always in the field. */
export function PaletteBox({ places, close }: PaletteBoxProps) {
  const t = useTranslations("desk.search");
  const router = useRouter();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const q = typed.trim();
  const { found, state } = useSearch(q);
  useEffect(() => field.current?.focus(), []);
  const hits = found?.hits.map(({ kind, title, note, href }) => ({ group: kind, label: title, note, href })) ?? [];
  const options = [...fitting(places, q), ...hits];
  const at = Math.min(active, options.length - 1);
  const go = ({ href }: Place) => {
    close();
    router.push(href);
  };
  const press = (event: KeyboardEvent) => {
    const chosen = options[at];
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.nativeEvent.isComposing) return;
    if (step && options.length > 0) setActive((at + step + options.length) % options.length);
    else if (event.key === "Enter" && chosen) go(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? list : undefined}
          aria-activedescendant={options.length > 0 ? `${list}-${at}` : undefined}
          aria-autocomplete="list"
          aria-describedby={`${list}-hint`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={searchLimits.most}
          placeholder={t("placeholder")}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(0);
          }}
          onKeyDown={press}
          className="min-h-13 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted"
        />
        <button type="button" onClick={close} className="link min-h-11 shrink-0 cursor-pointer">
          {t("close")}
        </button>
      </div>
      {options.length > 0 && <PaletteOptions {...{ list, options, active: at, choose: go, point: setActive }} />}
      <div className="flex flex-wrap justify-between gap-x-6 border-t border-line px-4 py-2 text-xs leading-5 text-muted">
        <p role="status">{statusOf(state, options.length, t)}</p>
        <p id={`${list}-hint`} className="max-sm:sr-only">
          {t("hint")}
        </p>
      </div>
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.search">>;

function statusOf(state: ReturnType<typeof useSearch>["state"], count: number, t: Words): string {
  if (state === "searching") return t("pending");
  return state === "failed" ? t("failed") : t("count", { count });
}

function fitting(places: Place[], q: string): Place[] {
  return places.filter(({ label }) => label.toLowerCase().includes(q.toLowerCase()));
}
