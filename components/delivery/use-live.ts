"use client";

import { useEffect, useState } from "react";

/** How a page hears of changes: not yet, not at the moment, by events, by asking, or no more. */
export type Liveness = "begun" | "waiting" | "live" | "asking" | "over";

const firstWithinMs = 10_000;
const askEveryMs = 5000;

/**
 * What a page was loaded with, and from then on whatever the stream at `address` says; where that brings nothing, what the
 * same address answers as JSON every five seconds. What a new load of the page brings counts as well.
 */
export function useLive<T>(address: string, first: T): { now: T; liveness: Liveness } {
  const [seen, setSeen] = useState({ first, now: first });
  const [liveness, setLiveness] = useState<Liveness>("begun");
  if (seen.first !== first) setSeen({ first, now: first });
  useEffect(
    () => follow<T>(address, { take: (now) => setSeen((before) => ({ ...before, now })), tell: setLiveness }),
    [address],
  );
  return { now: seen.first === first ? seen.now : first, liveness };
}

type Listener<T> = { take: (value: T) => void; tell: (liveness: Liveness) => void };

function follow<T>(address: string, listener: Listener<T>): () => void {
  const { take, tell } = listener;
  let stopAsking: (() => void) | undefined;
  const source = new EventSource(address);
  const giveUp = () => {
    source.close();
    stopAsking ??= ask(address, listener);
  };
  // A stream that is kept back on its way opens and says nothing.
  const late = setTimeout(giveUp, firstWithinMs);
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    clearTimeout(late);
    tell("live");
    take(JSON.parse(data) as T);
  });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) giveUp();
    else tell("waiting");
  });
  return () => {
    clearTimeout(late);
    source.close();
    stopAsking?.();
  };
}

/** Asks again and again, until told to stop or refused. */
function ask<T>(address: string, { take, tell }: Listener<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const gone = new AbortController();
  const once = async () => {
    const answer = await fetch(address, { headers: { accept: "application/json" }, signal: gone.signal });
    if (answer.status >= 400 && answer.status < 500) return tell("over");
    if (!answer.ok) return again("waiting");
    take((await answer.json()) as T);
    again("asking");
  };
  const again = (liveness: Liveness) => {
    if (gone.signal.aborted) return;
    tell(liveness);
    timer = setTimeout(go, askEveryMs);
  };
  const go = () => void once().catch(() => again("waiting"));
  go();
  return () => {
    gone.abort();
    clearTimeout(timer);
  };
}
