"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Editing } from "@/lib/campaigns/editing";

/** Shorter than the two minutes after which a member who gives no sign of life no longer holds a campaign. */
const beatMs = 20_000;
/** A page left open without a change frees it. */
const idleMs = 600_000;

type Act = "hold" | "look" | "leave";

/**
 * Gives signs of life while somebody changes something here, and loads the page again when another member begins or ends
 * to edit: what it says then is the server's word.
 */
export function useEditing(editing: Editing | null, url: string) {
  const router = useRouter();
  const other = otherOf(editing);
  const mine = editing?.mine === true;
  const [was, setWas] = useState({ other, mine, lost: false });
  if (was.other !== other || (mine && !was.mine)) setWas({ other, mine, lost: other !== "" && was.mine });
  const held = useRef(false);
  const changedAt = useRef(0);
  const shown = useRef(other);
  const ask = useCallback(
    async (act: Act) => {
      const now = await send(url, act);
      if (now !== undefined && otherOf(now) !== shown.current) router.refresh();
    },
    [router, url],
  );
  useEffect(() => {
    shown.current = other;
    if (other) return;
    held.current = editing !== null;
    if (editing) changedAt.current = Date.now();
  }, [other, editing]);
  useEffect(() => {
    const beat = setInterval(() => {
      const busy = shown.current === "" && Date.now() - changedAt.current < idleMs;
      if (busy || !document.hidden) void ask(busy ? "hold" : "look");
    }, beatMs);
    return () => clearInterval(beat);
  }, [ask]);
  useEffect(() => {
    const leave = () => {
      if (held.current && shown.current === "") navigator.sendBeacon(`${url}?act=leave`);
      held.current = false;
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [url]);
  const touch = () => {
    if (shown.current !== "") return;
    changedAt.current = Date.now();
    if (held.current) return;
    held.current = true;
    setWas((now) => ({ ...now, mine: true }));
    void ask("hold");
  };
  return { touch, lost: was.lost };
}

function otherOf(editing: Editing | null): string {
  return editing && !editing.mine ? editing.holder : "";
}

/** Undefined when nobody answered, or the session is over: the next sign of life, or a save, tells. */
async function send(url: string, act: Act): Promise<Editing | null | undefined> {
  const answer = await fetch(`${url}?act=${act}`, { method: "POST" }).catch(() => undefined);
  return answer?.status === 200 ? ((await answer.json()) as Editing | null) : undefined;
}
