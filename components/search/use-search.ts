"use client";

import { useEffect, useState } from "react";
import { type Found, searchLimits } from "@/lib/search/schema";

type Searched = { found: Found | null; state: "idle" | "searching" | "found" | "failed" };

const quietMs = 200;

/** What the desk has by these words: asked for when nothing was typed for a moment, and in the body, not the address. */
export function useSearch(q: string): Searched {
  const [answer, setAnswer] = useState<{ q: string; found: Found | null } | null>(null);
  const asks = q.length >= searchLimits.least;
  useEffect(() => {
    if (!asks) return undefined;
    const gone = new AbortController();
    const take = (found: Found | null) => {
      if (!gone.signal.aborted) setAnswer({ q, found });
    };
    const timer = setTimeout(() => void find(q, gone.signal).then(take, () => take(null)), quietMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [q, asks]);
  if (!asks) return { found: null, state: "idle" };
  if (answer?.q !== q) return { found: null, state: "searching" };
  return { found: answer.found, state: answer.found ? "found" : "failed" };
}

async function find(q: string, signal: AbortSignal): Promise<Found | null> {
  const body = JSON.stringify({ q });
  const headers = { "content-type": "application/json" };
  const answer = await fetch("/desk/search/find", { method: "POST", headers, body, signal });
  return answer.ok ? ((await answer.json()) as Found) : null;
}
