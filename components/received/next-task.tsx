"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Draft } from "@/lib/importing/schema";
import { rowsOf, tickOf } from "@/lib/received/schema";
import { useLinks } from "./links";
import { useRead } from "./piece";
import { findPlaceholders } from "./placeholders";

// No campaign is made without them.
const needed = ["title", "background"];
const letter = ["body", "closing"];

/** How many things are still to be looked at or decided, and the way to the next of them; stays at the foot of the screen. */
export function NextTask({ warnings }: Pick<Draft, "warnings">) {
  const t = useTranslations("desk.importing.next");
  const { toField } = useLinks();
  const bar = useRef<HTMLDivElement>(null);
  const last = useRef("");
  const open = useOpenTasks(bar, warnings.length);
  const go = () => {
    last.current = open[(open.indexOf(last.current) + 1) % open.length] ?? "";
    toField(last.current);
  };
  return (
    <div
      ref={bar}
      data-foot
      className="sticky bottom-0 z-10 flex min-h-12 items-center justify-between gap-x-6 border-t border-line bg-paper noscript:hidden"
    >
      <p role="status" className={open.length === 0 ? "text-moss" : "text-muted"}>
        {open.length === 0 ? `✓ ${t("none")}` : t("left", { count: open.length })}
      </p>
      {open.length > 0 && (
        <button type="button" onClick={go} className="link min-h-11 cursor-pointer font-semibold">
          {t("go")} <span aria-hidden="true">↓</span>
        </button>
      )}
    </div>
  );
}

/** The fields that wait for a member, in the order of the page. Read from the form itself, which alone knows its ticks. */
function useOpenTasks(bar: { current: HTMLElement | null }, warnings: number): string[] {
  const { fields } = useRead();
  const [open, setOpen] = useState(() => openTasks(warnings, (name) => fields[name] ?? "", fields));
  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form) return undefined;
    const look = () => {
      const data = new FormData(form);
      setOpen(openTasks(warnings, (name) => asText(data.get(name)), fields));
    };
    // What was kept is back in the form by then.
    const frame = requestAnimationFrame(look);
    for (const event of ["input", "focusin"]) form.addEventListener(event, look);
    return () => {
      cancelAnimationFrame(frame);
      for (const event of ["input", "focusin"]) form.removeEventListener(event, look);
    };
  }, [bar, warnings, fields]);
  return open;
}

function openTasks(warnings: number, valueOf: (name: string) => string, fields: Record<string, string>): string[] {
  const empty = (name: string) => valueOf(name).trim() === "";
  const ticks = Array.from({ length: warnings }, (_, at) => tickOf(at));
  const recipients = rowsOf(fields, "recipient").map((row) => `recipient-${row}-becomes`);
  const persons = rowsOf(fields, "person").map((row) => `person-${row}-fate`);
  return [
    ...[...ticks, ...needed, ...recipients, ...persons].filter(empty),
    ...letter.filter((name) => findPlaceholders(valueOf(name)).length > 0),
  ];
}

function asText(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
