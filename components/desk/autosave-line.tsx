"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { AutosaveStatus, Steps } from "./autosaver";
import { formatClock } from "./formats";

type AutosaveLineProps = { status: AutosaveStatus; steps: Steps; undo: () => void; redo: () => void };

/** Says how far a form that is saved by itself is saved, and takes saves back. */
export function AutosaveLine({ status, steps, undo, redo }: AutosaveLineProps) {
  const t = useTranslations("desk.autosave");
  return (
    <div data-autosave className="flex min-h-11 flex-wrap items-center gap-x-5 gap-y-1">
      <Step does={undo} can={steps.undo}>
        {t("undo")}
      </Step>
      <Step does={redo} can={steps.redo}>
        {t("redo")}
      </Step>
      <Said status={status} />
    </div>
  );
}

function Step({ does, can, children }: { does: () => void; can: boolean; children: string }) {
  return (
    <button
      type="button"
      onClick={can ? does : undefined}
      aria-disabled={!can}
      className="link min-h-11 cursor-pointer aria-disabled:cursor-default aria-disabled:text-muted aria-disabled:no-underline"
    >
      {children}
    </button>
  );
}

/** What changes with each key is not read out; what came of it is. */
function Said({ status }: { status: AutosaveStatus }) {
  const t = useTranslations("desk.autosave");
  const { kind } = status;
  if (kind === "stopped") return null;
  const passing = kind === "idle" || kind === "waiting" || kind === "saving";
  return (
    <span className="min-w-0 wrap-anywhere">
      {passing && <span className="text-muted">{t(kind)}</span>}
      <span role="status" className="empty:hidden">
        {kind === "saved" && (
          <span className={status.partly ? "text-amber" : "font-semibold text-moss"}>{savedWords(status, t)}</span>
        )}
        {kind === "invalid" && <span className="text-brick">{t("invalid")}</span>}
        {kind === "offline" && <span className="text-brick">{t("offline")}</span>}
        {kind === "refused" && <Refused refusal={status.refusal} />}
      </span>
    </span>
  );
}

type Words = ReturnType<typeof useTranslations<"desk.autosave">>;

function savedWords({ at, partly }: Extract<AutosaveStatus, { kind: "saved" }>, t: Words): string {
  if (!at) return `✓ ${t("saved")}`;
  const time = formatClock(new Date(at));
  return partly ? t("savedPartly", { time }) : `✓ ${t("savedAt", { time })}`;
}

function Refused({ refusal }: Pick<Extract<AutosaveStatus, { kind: "refused" }>, "refusal">) {
  const t = useTranslations("desk");
  const here = `${usePathname()}?${useSearchParams().toString()}`.replace(/\?$/, "");
  if (refusal !== "signed-out") return <span className="text-brick">{t(`refusals.${refusal}`)}</span>;
  return (
    <span className="text-brick">
      {t("autosave.signedOut")}{" "}
      <Link href={`/desk/sign-in?next=${encodeURIComponent(here)}`} className="link">
        {t("signIn.title")}
      </Link>
    </span>
  );
}
