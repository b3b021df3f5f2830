"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";

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
  /** Chooses a line, or with `further` all from the first one chosen to it. */
  choose: (line: number, further: boolean) => void;
};

const Context = createContext<Links | null>(null);

export function useLinks(): Links {
  const links = useContext(Context);
  if (!links) throw new Error("lines and fields are linked inside LinkedPanes only");
  return links;
}

export function LinkedPanes({ children }: { children: ReactNode }) {
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [pane, setPane] = useState<Pane>("draft");
  const chosen = useRef<number>(null);
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
  const choose = useCallback((line: number, further: boolean) => {
    const from = further && chosen.current !== null ? chosen.current : line;
    if (!further) chosen.current = line;
    write("$from", Math.min(from, line));
    write("$to", Math.max(from, line));
  }, []);
  const links = useMemo(
    () => ({ marked, pane, show: setPane, mark, toField, choose }),
    [marked, pane, mark, toField, choose],
  );
  return <Context value={links}>{children}</Context>;
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

function goTo(name: string): void {
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
