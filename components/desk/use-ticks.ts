"use client";

import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from "react";

/** The tick boxes of a list that stands as HTML: how many are ticked, ranges by Shift, all of the page, none by Escape. */
export function useTicks(done: string) {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  const before = useRef(done);
  const [ticked, setTicked] = useState<number | null>(null);
  const count = useCallback(() => {
    const boxes = boxesIn(list.current);
    const many = boxes.filter(({ checked }) => checked).length;
    for (const all of list.current?.querySelectorAll<HTMLInputElement>("input[data-tick-all]") ?? []) {
      all.checked = boxes.length > 0 && many === boxes.length;
      all.indeterminate = many > 0 && many < boxes.length;
    }
    setTicked(many);
  }, []);
  const put = useCallback(
    (boxes: HTMLInputElement[], checked: boolean) => {
      for (const box of boxes) box.checked = checked;
      count();
    },
    [count],
  );
  const clear = useCallback(() => {
    last.current = -1;
    put(boxesIn(list.current), false);
  }, [put]);
  // Also when other rows stand there than before.
  useEffect(() => {
    if (before.current === done) return count();
    before.current = done;
    return clear();
  });
  return {
    list,
    ticked,
    /** The bar goes with the last tick, and with it what had the focus. */
    untick: () => {
      clear();
      list.current?.querySelector<HTMLInputElement>("input[name=pick]")?.focus();
    },
    click: ({ target, shiftKey }: MouseEvent<HTMLDivElement>) => {
      if (!(target instanceof HTMLInputElement)) return;
      const boxes = boxesIn(list.current);
      if (target.dataset.tickAll !== undefined) return put(boxes, target.checked);
      const at = boxes.indexOf(target);
      if (at < 0) return;
      const from = shiftKey && last.current >= 0 ? last.current : at;
      last.current = at;
      put(boxes.slice(Math.min(from, at), Math.max(from, at) + 1), target.checked);
    },
    press: ({ key, target, defaultPrevented }: KeyboardEvent<HTMLDivElement>) => {
      const inBar = target instanceof Element && target.closest("form") !== null;
      if (key === "Escape" && !defaultPrevented && !inBar && ticked) clear();
    },
  };
}

function boxesIn(list: HTMLElement | null): HTMLInputElement[] {
  return [...(list?.querySelectorAll<HTMLInputElement>("input[type=checkbox][name=pick]") ?? [])];
}
