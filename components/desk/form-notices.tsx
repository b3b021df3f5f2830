"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Says that what was typed earlier is back, and offers to drop it. */
export function KeptNotice({ discard }: { discard: () => void }) {
  const t = useTranslations("desk.form");
  return (
    <p role="status" className="border-s-4 border-amber bg-sheet px-4 py-2">
      {t("kept")}{" "}
      <button type="button" onClick={discard} className="link cursor-pointer">
        {t("discard")}
      </button>
    </p>
  );
}

/** Says that a form was saved; always there, so that it is read out when it changes. */
export function SavedNotice({ saved, text }: { saved: boolean; text?: string | undefined }) {
  const t = useTranslations("desk.form");
  return (
    <span role="status" className="font-semibold text-moss empty:hidden">
      {saved && <>✓ {text ?? t("saved")}</>}
    </span>
  );
}

const patienceMs = 2000;

/** Says after two seconds that something is still going on. */
export function SlowNotice({ waiting, text }: { waiting: boolean; text: string }) {
  return (
    <span role="status" className="text-muted empty:hidden">
      {waiting && <Later>{text}</Later>}
    </span>
  );
}

function Later({ children }: { children: string }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return over ? children : null;
}
