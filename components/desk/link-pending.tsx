"use client";

import { useLinkStatus } from "next/link";

/** After the words of a link, taking no room: a quiet sign that its page is on the way, when that takes longer than a blink. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`absolute start-full top-1/2 ms-1.5 size-1.5 -translate-y-1/2 rounded-full bg-blue ${pending ? "animate-pulse opacity-100 delay-200 motion-reduce:animate-none" : "opacity-0"}`}
    />
  );
}
