"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { fits, hayOf, libraryMost, type LibraryLine } from "@/lib/library/schema";
import { Empty } from "./empty";
import { LibraryFilterForm, type LibraryChoices, type Narrow, readNarrow } from "./library-filter";
import { type EditCell, LibraryGrid } from "./library-grid";

type RecipientLibraryProps = {
  filter: Narrow;
  choices: LibraryChoices;
  /** Missing for those who may only look. */
  action?: EditCell | undefined;
  /** A page of it as a table: for small screens, without script, and until the grid is there. */
  children: ReactNode;
};

type Entry = { line: LibraryLine; hay: string };

/** The library of recipients: a filter, and what it leaves as a grid that is edited in place. */
export function RecipientLibrary({ filter: asked, choices, action, children }: RecipientLibraryProps) {
  const t = useTranslations("desk.library");
  const [entries, setEntries] = useState<Entry[] | null>(null);
  const [without, setWithout] = useState<"notLoaded" | "tooMany" | null>(null);
  const [filter, setFilter] = useState(asked);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    readLines(gone.signal).then(
      (lines) => {
        if (lines === null) return setWithout("tooMany");
        // Somebody may have typed before the grid was there.
        if (form.current) setFilter(readNarrow(form.current));
        setEntries(lines.map(entryOf));
      },
      () => setWithout(gone.signal.aborted ? null : "notLoaded"),
    );
    return () => gone.abort();
  }, []);
  const wanted = useDeferredValue(filter);
  const group = choices.groups.find(({ id }) => id === wanted.group)?.name ?? "";
  const shown = useMemo(
    () => (entries ?? []).filter(({ line, hay }) => fits(line, hay, { ...wanted, group })).map(({ line }) => line),
    [entries, wanted, group],
  );
  const put = (line: LibraryLine) =>
    setEntries((before) => before && before.map((entry) => (entry.line.id === line.id ? entryOf(line) : entry)));
  const narrow = (next: Narrow) => {
    setFilter(next);
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ""));
    history.replaceState(history.state, "", query.size > 0 ? `?${query.toString()}` : location.pathname);
  };
  return (
    <>
      <LibraryFilterForm {...{ filter: asked, choices, narrow, form }} live={entries !== null} />
      {entries && (
        <div className="max-md:hidden print:hidden">
          <p role="status" className="mb-2 text-muted tabular-nums">
            {t("shown", { shown: shown.length, total: entries.length })}
          </p>
          {shown.length === 0 && <Empty title={t("noneTitle")}>{t("none")}</Empty>}
          <LibraryGrid {...{ choices, action, put }} lines={shown} />
        </div>
      )}
      {!entries && (
        <p role="status" className="mb-2 text-muted max-md:hidden noscript:hidden">
          {t(without ?? "loading", { most: libraryMost })}
        </p>
      )}
      <div className={entries ? "md:hidden print:block" : ""}>{children}</div>
    </>
  );
}

async function readLines(signal: AbortSignal): Promise<LibraryLine[] | null> {
  const answer = await fetch("/desk/recipients/rows", { signal });
  if (!answer.ok) throw new Error(`rows: ${answer.status}`);
  return answer.status === 204 ? null : ((await answer.json()) as LibraryLine[]);
}

function entryOf(line: LibraryLine): Entry {
  return { line, hay: hayOf(line) };
}
