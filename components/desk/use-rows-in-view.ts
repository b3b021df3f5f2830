"use client";

import { type UIEvent, useEffect, useRef, useState } from "react";

const spare = 6;

/** Of many rows of one height, those in view of their scroller and some beside them. @param height in pixels */
export function useRowsInView(count: number, height: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [many, setMany] = useState(20);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const watch = new ResizeObserver(() => setMany(Math.ceil(box.clientHeight / height)));
    watch.observe(box);
    return () => watch.disconnect();
  }, [height]);
  const from = Math.max(0, Math.min(first, count - many) - spare);
  const to = Math.min(count, Math.max(0, Math.min(first, count - many)) + many + spare);
  return {
    scroller,
    many,
    rows: Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n),
    follow: ({ currentTarget }: UIEvent<HTMLDivElement>) => setFirst(Math.floor(currentTarget.scrollTop / height)),
  };
}
