"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Place } from "./places";

type PaletteOptionsProps = {
  /** The id of the list; that of an option is it with its place. */
  list: string;
  options: Place[];
  active: number;
  choose: (place: Place) => void;
  point: (at: number) => void;
};

/** What the palette offers, by its kind. The field keeps the focus; the chosen one is named there. */
export function PaletteOptions({ list, options, active, choose, point }: PaletteOptionsProps) {
  const t = useTranslations("desk.search");
  const groups = [...Map.groupBy(options.entries(), ([, { group }]) => group)];
  return (
    <div
      id={list}
      role="listbox"
      aria-label={t("results")}
      tabIndex={-1}
      className="max-h-[min(26rem,60dvh)] scroll-py-8 overflow-y-auto py-2"
    >
      {groups.map(([group, entries]) => (
        <div key={group} role="group" aria-labelledby={`${list}-${group}`}>
          <div id={`${list}-${group}`} className="px-4 pt-2 text-xs leading-5 text-muted">
            {t(`groups.${group}`)}
          </div>
          {entries.map(([at, place]) => (
            <Option
              key={place.href + place.label}
              id={`${list}-${at}`}
              place={place}
              selected={at === active}
              point={() => point(at)}
              choose={() => choose(place)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = { id: string; place: Place; selected: boolean; point: () => void; choose: () => void };

function Option({ id, place: { label, note }, selected, point, choose }: OptionProps) {
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) self.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div
      id={id}
      ref={self}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={point}
      onClick={choose}
      className="flex min-h-10 cursor-pointer items-center justify-between gap-4 border-s-2 border-transparent px-4 py-1.5 aria-selected:border-blue aria-selected:bg-paper"
    >
      <span className="min-w-0 wrap-anywhere">{label}</span>
      {note && <span className="max-w-1/2 shrink-0 text-end text-xs text-muted wrap-anywhere">{note}</span>}
    </div>
  );
}
