"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";

export type Pane = "original" | "draft";

/** What ties the lines of an appeal to the fields that were read from them. */
export type Links = {
  /** The lines of the field that is looked at. */
  marked: ReadonlySet<number>;
  pane: Pane;
  show: (pane: Pane) => void;
  /** Marks lines and brings the first into view. @param go whether the reader goes there as well */
  mark: (lines: number[], go?: boolean) => void;
  toField: (name: string) => void;
  /** The lines that are chosen to be used as something; null when none is. */
  chosen: Chosen | null;
  /** Chooses a line, or more of them. @param how from the first one chosen `further` to it, or as a `touch` does: so at the second */
  choose: (line: number, how: "only" | "further" | "touch") => void;
  /** Takes what is typed as first and last line. */
  typeChosen: (from: string, to: string) => void;
};

/** `first` is the line that was chosen first. */
export type Chosen = { first: number; from: number; to: number };

const Context = createContext<Links | null>(null);

export function useLinks(): Links {
  const links = useContext(Context);
  if (!links) throw new Error("lines and fields are linked inside LinkedPanes only");
  return links;
}

export function LinkedPanes({ children }: { children: ReactNode }) {
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [pane, setPane] = useState<Pane>("draft");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const mark = useCallback((lines: number[], go = false) => {
    setMarked(new Set(lines));
    if (go) setPane("original");
    const [first] = lines;
    // On a phone the lines are in view only once their pane is.
    if (first !== undefined) requestAnimationFrame(() => bringIntoView(first, go));
  }, []);
  const toField = useCallback((name: string) => {
    setPane("draft");
    requestAnimationFrame(() => goTo(name));
  }, []);
  const choose = useCallback<Links["choose"]>((line, how) => setChosen((before) => withLine(before, line, how)), []);
  const typeChosen = useCallback((from: string, to: string) => setChosen(readChosen(from, to)), []);
  const links = useMemo(
    () => ({ marked, pane, show: setPane, mark, toField, chosen, choose, typeChosen }),
    [marked, pane, mark, toField, chosen, choose, typeChosen],
  );
  useEffect(() => {
    if (!chosen) return;
    write("$from", chosen.from);
    write("$to", chosen.to);
  }, [chosen]);
  return <Context value={links}>{children}</Context>;
}

function withLine(before: Chosen | null, line: number, how: "only" | "further" | "touch"): Chosen {
  const first = before && (how === "further" || (how === "touch" && before.from === before.to)) ? before.first : line;
  return { first, from: Math.min(first, line), to: Math.max(first, line) };
}

function readChosen(from: string, to: string): Chosen | null {
  const [first, last] = [from, to].map(Number);
  return first && last && first <= last ? { first, from: first, to: last } : null;
}

function bringIntoView(line: number, go: boolean): void {
  const element = document.getElementById(lineId(line));
  const list = element?.closest<HTMLElement>("[data-lines]");
  if (!element || !list) return;
  // The list alone moves, not the page under the field that somebody is writing in.
  list.scrollTop += element.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 4;
  if (!go) return;
  element.scrollIntoView({ block: "nearest" });
  element.querySelector("button")?.focus({ preventScroll: true });
}

/** Goes to a field, through the folds it may lie in. */
export function goTo(name: string): void {
  const field = document.getElementById(name);
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

function write(name: string, value: number): void {
  const input = document.getElementById(name);
  if (input instanceof HTMLInputElement) input.value = String(value);
}

export function lineId(line: number): string {
  return `line-${line}`;
}
