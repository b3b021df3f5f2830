"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { useWatch } from "react-hook-form";
import { sure } from "@/lib/importing/schema";
import { type Fields, lengthOf, type Trace } from "@/lib/received/schema";
import { useLinks } from "./links";
import { runsOf } from "./runs-of";

/** What was read, and where; by the names of the fields. */
export type Read = { read: Fields; fields: Fields; traces: Record<string, Trace> };

const Context = createContext<Read>({ read: {}, fields: {}, traces: {} });

export function ReadFields({ value, children }: { value: Read; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** What the draft holds where the page begins. */
export function useRead(): Read {
  return useContext(Context);
}

type PieceProps = {
  /** The field it is about, by which its lines are known. */
  name: string;
  label: string;
  /** What was read of the whole, where the field is a part of it. */
  trace?: string;
  children: ReactNode;
};

/** A field of the draft with where it was read and how sure that is; in it, its lines are marked. */
export function Piece({ name, label, trace: traced = name, children }: PieceProps) {
  const { traces } = useRead();
  const { mark } = useLinks();
  const trace = traces[traced];
  return (
    <div
      onFocus={(event) => {
        // What it stands in has lines of its own.
        event.stopPropagation();
        mark(trace?.lines ?? []);
      }}
    >
      {children}
      <TooLong name={name} />
      <TraceLine name={name} label={label} trace={trace} />
    </div>
  );
}

/** How much of a field has to go before a campaign can be made with it. */
function TooLong({ name }: { name: string }) {
  const t = useTranslations("desk.importing");
  const { fields } = useRead();
  const { length } = useWatch<Record<string, string>>({ name }) ?? fields[name] ?? "";
  const most = lengthOf(name);
  if (length <= most) return null;
  return <p className="mt-1 text-sm font-semibold text-brick">{t("tooLong", { length, most, over: length - most })}</p>;
}

type TraceLineProps = { name: string; label: string; trace: Trace | undefined };

function TraceLine({ name, label, trace }: TraceLineProps) {
  const t = useTranslations("desk.importing.trace");
  const { read, fields } = useRead();
  const value = useWatch<Record<string, string>>({ name }) ?? fields[name] ?? "";
  const before = read[name] ?? "";
  const how = howOf(value, before, trace);
  return (
    <p className={`mt-1 flex flex-wrap gap-x-1 text-xs leading-5 ${how === "unsure" ? "text-amber" : "text-muted"}`}>
      <span>
        <span aria-hidden="true">{signs[how]}</span> {t(wordOf(how, trace))}
      </span>
      {trace && trace.lines.length > 0 && <ToLines lines={trace.lines} label={label} />}
    </p>
  );
}

const signs = { sure: "✓", unsure: "?", chosen: "✓", changed: "✎", typed: "✎", absent: "–" } as const;

/** What follows from all of an appeal stands on no line. */
function wordOf(how: keyof typeof signs, trace: Trace | undefined) {
  if (trace?.lines.length !== 0) return how;
  if (how === "sure") return "whole";
  if (how === "unsure") return "unsureWhole";
  return how === "changed" ? "typed" : how;
}

function howOf(value: string, before: string, trace: Trace | undefined): keyof typeof signs {
  if (trace?.chosen) return "chosen";
  if (!trace) return value === "" || value === before ? "absent" : "typed";
  if (value !== before) return "changed";
  return trace.confidence >= sure ? "sure" : "unsure";
}

/** The way from a field to the lines it was read from. */
export function ToLines({ lines, label }: { lines: number[]; label: string }) {
  const t = useTranslations("desk.importing.trace");
  const { mark } = useLinks();
  const said = t(lines.length === 1 ? "line" : "lines", { lines: runsOf(lines) });
  return (
    <button
      type="button"
      onClick={() => mark(lines, true)}
      aria-label={t("label", { lines: said, field: label })}
      className="link cursor-pointer"
    >
      {said}
    </button>
  );
}
