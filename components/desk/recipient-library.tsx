"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { fits, hayOf, type LibraryAct, libraryMost, type LibraryLine } from "@/lib/library/schema";
import type { FormAction } from "./action-form";
import { BulkBar } from "./bulk-bar";
import { Empty } from "./empty";
import { LibraryActs } from "./library-acts";
import { LibraryFilterForm, type LibraryChoices, type Narrow, readNarrow } from "./library-filter";
import { type EditCell, LibraryGrid } from "./library-grid";
import { type LibraryTicks, useLibraryTicks } from "./use-library-ticks";

type RecipientLibraryProps = {
  filter: Narrow;
  choices: LibraryChoices;
  /** Missing for those who may only look. */
  action?: EditCell | undefined;
  /** Names what was done last with many of them: they are read again, and nothing is ticked any more. */
  done: string;
  /** What is done with those that are ticked; missing for those who may only look. */
  many?: { action: FormAction; acts: readonly LibraryAct[] } | undefined;
  /** A page of it as a table: for small screens, without script, and until the grid is there. */
  children: ReactNode;
};

type Entry = { line: LibraryLine; hay: string };

/** The library of recipients: a filter, and what it leaves as a grid that is edited in place. */
export function RecipientLibrary({ filter: asked, choices, action, done, many, children }: RecipientLibraryProps) {
  const t = useTranslations("desk.library");
  const [read, setRead] = useState<{ after: string; entries: Entry[] } | null>(null);
  const [turn, setTurn] = useState(0);
  const after = `${done} ${turn}`;
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
        setWithout(null);
        setRead({ after, entries: lines.map(entryOf) });
      },
      () => setWithout(gone.signal.aborted ? null : "notLoaded"),
    );
    return () => gone.abort();
  }, [after]);
  const entries = read?.entries ?? null;
  const wanted = useDeferredValue(filter);
  const group = choices.groups.find(({ id }) => id === wanted.group)?.name ?? "";
  const shown = useMemo(
    () => (entries ?? []).filter(({ line, hay }) => fits(line, hay, { ...wanted, group })).map(({ line }) => line),
    [entries, wanted, group],
  );
  const ticks = useLibraryTicks(shown, done, many !== undefined);
  const put = (line: LibraryLine) =>
    setRead((before) => before && { ...before, entries: before.entries.map((one) => replaced(one, line)) });
  const narrow = (next: Narrow) => {
    setFilter(next);
    const query = queryOf(next);
    // What was done last is told until the page is left.
    const did = new URLSearchParams(location.search).get("did");
    if (did) query.set("did", did);
    history.replaceState(history.state, "", query.size > 0 ? `?${query.toString()}` : location.pathname);
  };
  return (
    <>
      <LibraryFilterForm {...{ filter: asked, choices, narrow, form }} live={entries !== null} />
      {entries && (
        <div className="max-md:hidden print:hidden" aria-busy={read?.after !== after && !without}>
          <p role="status" className="mb-2 text-muted tabular-nums">
            {t("shown", { shown: shown.length, total: entries.length })}
          </p>
          {shown.length === 0 && <Empty title={t("noneTitle")}>{t("none")}</Empty>}
          <LibraryGrid {...{ choices, action, put, ticks }} lines={shown} />
          {many && (
            <LibraryBar
              {...{ ...many, choices, ticks }}
              again={() => setTurn(turn + 1)}
              filter={wanted}
              total={shown.length}
            />
          )}
        </div>
      )}
      {(!entries || without) && (
        <p role="status" className="mb-2 text-muted max-md:hidden noscript:hidden">
          {t(without ?? "loading", { most: libraryMost })}
        </p>
      )}
      <div className={entries ? "md:hidden print:block" : ""}>{children}</div>
    </>
  );
}

type LibraryBarProps = {
  action: FormAction;
  acts: readonly LibraryAct[];
  choices: LibraryChoices;
  ticks: LibraryTicks;
  filter: Narrow;
  total: number;
  /** Reads the library again. */
  again: () => void;
};

/** What is done with the rows of the grid that are ticked. */
function LibraryBar({ action, acts, choices: { tags, groups }, ticks, filter, total, again }: LibraryBarProps) {
  const t = useTranslations("desk.library.many");
  const act: FormAction = async (before, form) => {
    const answer = await action(before, form);
    // What was refused was chosen from what is no longer so.
    if (answer.refusal) again();
    return answer;
  };
  const [state, send, sending] = useActionState(act, {});
  return (
    <BulkBar
      id={useId()}
      {...{ state, send, sending, total }}
      filter={queryOf(filter).toString()}
      listed={total}
      ticked={ticks.ticked.size}
      picks={[...ticks.ticked]}
      clear={ticks.clear}
      words={{ submit: t("submit"), pending: t("pending") }}
      fields={<LibraryActs {...{ acts, tags, groups }} />}
    />
  );
}

function queryOf(filter: Narrow): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
}

async function readLines(signal: AbortSignal): Promise<LibraryLine[] | null> {
  const answer = await fetch("/desk/recipients/rows", { signal });
  if (!answer.ok) throw new Error(`rows: ${answer.status}`);
  return answer.status === 204 ? null : ((await answer.json()) as LibraryLine[]);
}

function replaced(entry: Entry, line: LibraryLine): Entry {
  return entry.line.id === line.id ? entryOf(line) : entry;
}

function entryOf(line: LibraryLine): Entry {
  return { line, hay: hayOf(line) };
}
