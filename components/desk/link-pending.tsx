"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a quiet sign that its page is on the way, when that takes longer than a blink. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`absolute start-full -ms-2 inline-block size-1.5 rounded-full bg-blue ${pending ? "animate-pulse opacity-100 delay-200 motion-reduce:animate-none" : "opacity-0"}`}
    />
  );
}
