"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import type { ImportFacts } from "@/lib/imports/queries";

export type Progress = Pick<
  ImportFacts,
  "state" | "total" | "next" | "made" | "updated" | "removed" | "restored" | "kept"
>;

type ImportProgressProps = { first: Progress; address: string };

const askEveryMs = 1000;
const bar =
  "mt-3 block h-2.5 w-full appearance-none overflow-hidden rounded-sm border border-edge bg-sheet [&::-moz-progress-bar]:bg-blue [&::-webkit-progress-bar]:bg-sheet [&::-webkit-progress-value]:bg-blue";

/** How far an import, or undoing one, is; when it has ended the page shows what came of it. */
export function ImportProgress({ first, address }: ImportProgressProps) {
  const t = useTranslations("desk.import");
  const now = useProgress(address, first);
  const undoing = now.state === "undoing";
  const [done, of] = undoing ? [now.removed + now.restored + now.kept, now.made + now.updated] : [now.next, now.total];
  return (
    <section aria-labelledby="running" className="max-w-[38rem]">
      <h2 id="running" className="font-serif text-lg">
        {t(undoing ? "undoing" : "running")}
      </h2>
      <progress aria-labelledby="running" max={Math.max(1, of)} value={done} className={bar} />
      <p className="mt-1 tabular-nums">
        {undoing ? t("undoProgress", { gone: done, total: of }) : t("progress", { next: done, total: of })}
      </p>
      <p className="mt-4 text-muted">{t("runningText")}</p>
      <noscript>
        <p className="text-muted">{t("reload")}</p>
      </noscript>
    </section>
  );
}

function useProgress(address: string, first: Progress): Progress {
  const [now, setNow] = useState(first);
  const router = useRouter();
  const [refreshing, refresh] = useTransition();
  useEffect(() => {
    // Where the page takes longer than the next answer, asking for it again and again would never let it come.
    if (refreshing) return undefined;
    const gone = new AbortController();
    const timer = setInterval(() => {
      void ask(address, gone.signal).then((answer) => {
        if (!answer) return;
        setNow(answer);
        if (answer.state !== first.state) refresh(() => router.refresh());
      });
    }, askEveryMs);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, [address, first.state, router, refreshing]);
  return now.state === first.state ? now : { ...now, state: first.state };
}

/** What the server says now; null when it does not answer: it is asked again soon. */
async function ask(address: string, signal: AbortSignal): Promise<Progress | null> {
  const answer = await fetch(address, { signal }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Progress) : null;
}
