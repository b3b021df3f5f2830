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

type NextTaskProps = Pick<Draft, "warnings"> & {
  /** Where it stands: on the line that switches panes, or beside the appeal. */
  place: "line" | "column";
};

/** How many things are still to be looked at or decided, and the way to the next of them; stays in view. */
export function NextTask({ warnings, place }: NextTaskProps) {
  const t = useTranslations("desk.importing.next");
  const { toField } = useLinks();
  const box = useRef<HTMLDivElement>(null);
  const last = useRef("");
  const open = useOpenTasks(box, warnings.length);
  const count = open.length;
  const go = () => {
    last.current = open[(open.indexOf(last.current) + 1) % count] ?? "";
    toField(last.current);
  };
  const line = place === "line";
  return (
    <div
      ref={box}
      className={
        line
          ? "flex min-h-11 shrink-0 items-center ps-4"
          : "mt-4 flex min-h-11 items-center justify-between border-t border-line max-xl:hidden noscript:hidden"
      }
    >
      <span role="status" className={count === 0 ? "text-moss" : line ? "sr-only" : "text-muted"}>
        {count > 0 && t("left", { count })}
        {count === 0 && (line ? `✓ ${t("done")}` : `✓ ${t("none")}`)}
      </span>
      {count > 0 && (
        <button type="button" onClick={go} className="link min-h-11 cursor-pointer font-semibold tabular-nums">
          {line ? t("goLeft", { count }) : t("go")} <span aria-hidden="true">↓</span>
        </button>
      )}
    </div>
  );
}

/** The fields that wait for a member, in the order of the page. Read from the form itself, which alone knows its ticks. */
function useOpenTasks(box: { current: HTMLElement | null }, warnings: number): string[] {
  const { fields } = useRead();
  const [open, setOpen] = useState(() => openTasks(warnings, (name) => fields[name] ?? "", fields));
  useEffect(() => {
    const form = box.current?.closest("form");
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
  }, [box, warnings, fields]);
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
