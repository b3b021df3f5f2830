"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, type MouseEvent, useMemo, useState } from "react";
import type { Loss, Repair } from "@/lib/importing/schema";
import { lineId, type Links, useLinks } from "./links";
import { markLine, type Segment } from "./mark-line";

/** What was read from lines: the field it became, and what that is called. */
export type ReadFrom = { field: string; label: string; lines: number[] };

type OriginalPaneProps = {
  lines: string[];
  /** How many further ones the file has. */
  more: number;
  /** Of the language it is written in. */
  dir: "ltr" | "rtl";
  repairs: Repair[];
  losses: Loss[];
  readFrom: ReadFrom[];
};

/** The appeal as it came, line by line: what was repaired or is lost in it, and what was read from where. */
export function OriginalPane({ lines, more, dir, repairs, losses, readFrom }: OriginalPaneProps) {
  const t = useTranslations("desk.importing");
  const { marked, chosen, choose, toField } = useLinks();
  const [reached, setReached] = useState(1);
  const by = useMemo(() => byLine({ repairs, losses, readFrom }), [repairs, losses, readFrom]);
  const words = useMemo(
    () => ({
      repaired: t("repaired"),
      lost: t("lost"),
      unmarked: t("unmarked"),
      left: (count: number) => t("lineLeft", { count }),
    }),
    [t],
  );
  return (
    <div>
      <p className="mb-2 text-xs leading-5 text-muted">{t("lineHint")}</p>
      <ol
        data-lines
        dir={dir}
        aria-label={t("original")}
        onKeyDown={(event) => walk(event, setReached)}
        className="overflow-y-auto overscroll-contain border border-line bg-sheet py-2 text-[0.8125rem] leading-5 max-xl:max-h-[70dvh] xl:max-h-[calc(100dvh-23rem)] xl:min-h-80"
      >
        {lines.map((text, at) => (
          <OriginalLine
            key={at}
            number={at + 1}
            text={text}
            of={by.get(at + 1) ?? nothing}
            marked={marked.has(at + 1)}
            chosen={chosen !== null && chosen.from <= at + 1 && at + 1 <= chosen.to}
            reached={reached === at + 1}
            label={t("line", { n: at + 1 })}
            words={words}
            choose={choose}
            toField={toField}
          />
        ))}
      </ol>
      {more > 0 && <p className="mt-2 text-muted">{t("moreLines", { count: more })}</p>}
    </div>
  );
}

type Of = { repairs: Repair[]; losses: Loss[]; begins: ReadFrom[]; read: boolean };
const nothing: Of = { repairs: [], losses: [], begins: [], read: false };

/** A field is named at the first line of each run of lines it was read from. */
function byLine({ repairs, losses, readFrom }: Pick<OriginalPaneProps, "repairs" | "losses" | "readFrom">) {
  const all = new Map<number, Of>();
  const at = (line: number) => {
    const there = all.get(line) ?? { repairs: [], losses: [], begins: [], read: false };
    all.set(line, there);
    return there;
  };
  for (const repair of repairs) for (const line of repair.lines) at(line).repairs.push(repair);
  for (const loss of losses) for (const line of loss.lines) at(line).losses.push(loss);
  for (const read of readFrom) {
    const [first] = read.lines;
    if (first !== undefined) at(first).begins.push(read);
    for (const line of read.lines) at(line).read = true;
  }
  return all;
}

type OriginalLineProps = {
  number: number;
  text: string;
  of: Of;
  marked: boolean;
  chosen: boolean;
  /** Whether the Tab key comes to it. */
  reached: boolean;
  label: string;
  words: { repaired: string; lost: string; unmarked: string; left: (count: number) => string };
  choose: Links["choose"];
  toField: (name: string) => void;
};

const OriginalLine = memo(function OriginalLine(props: OriginalLineProps) {
  const { number, text, of, marked, chosen, reached, label, words, choose, toField } = props;
  return (
    <li
      id={lineId(number)}
      data-marked={marked || undefined}
      data-chosen={chosen || undefined}
      className={`grid grid-cols-[3.25rem_minmax(0,1fr)] border-s-4 ${of.read ? "border-edge" : "border-transparent"} data-marked:border-blue data-marked:bg-paper data-chosen:bg-blue/10`}
    >
      <button
        type="button"
        tabIndex={reached ? 0 : -1}
        aria-label={label}
        aria-pressed={chosen}
        onClick={(event) => choose(number, howOf(event))}
        className="cursor-pointer self-start pe-2.5 aria-pressed:font-semibold aria-pressed:text-blue text-end text-xs leading-5 text-muted tabular-nums hover:text-blue hover:underline"
      >
        {marked && <span aria-hidden="true">▸</span>}
        {number}
      </button>
      <div className="min-w-0 pe-3">
        {of.begins.length > 0 && (
          <p className="flex flex-wrap gap-x-3">
            {of.begins.map(({ field, label: name }) => (
              <button
                key={field}
                type="button"
                dir="ltr"
                tabIndex={-1}
                onClick={() => toField(field)}
                className="link cursor-pointer text-xs leading-5"
              >
                {name} <span aria-hidden="true">→</span>
              </button>
            ))}
          </p>
        )}
        <span dir="auto" className="block min-h-5 wrap-anywhere whitespace-pre-wrap">
          <Marked text={text} of={of} words={words} />
        </span>
      </div>
    </li>
  );
});

/** A finger has no Shift key: its second touch goes as far as that line. */
function howOf({ shiftKey, nativeEvent }: MouseEvent<HTMLButtonElement>): "only" | "further" | "touch" {
  if (shiftKey) return "further";
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch" ? "touch" : "only";
}

function Marked({ text, of, words }: Pick<OriginalLineProps, "text" | "of" | "words">) {
  const { segments, unmarked, left } = useMemo(() => markLine(text, of.repairs, of.losses), [text, of]);
  return (
    <>
      {segments.map((segment, at) => (
        <Piece key={at} segment={segment} words={words} />
      ))}
      {(unmarked || left > 0) && (
        <span className="block text-xs leading-5 text-muted">
          {[unmarked ? words.unmarked : "", left > 0 ? words.left(left) : ""].filter(Boolean).join(" ")}
        </span>
      )}
    </>
  );
}

function Piece({ segment, words }: { segment: Segment; words: OriginalLineProps["words"] }) {
  const { text, to, lost } = segment;
  if (lost) {
    return (
      <mark title={words.lost} className="bg-transparent text-brick underline decoration-wavy">
        {text}
        <span className="sr-only"> ({words.lost})</span>
      </mark>
    );
  }
  if (to === undefined) return text;
  return (
    <span>
      <del className="me-1 text-muted">{text}</del>
      <span className="sr-only"> {words.repaired} </span>
      <ins className="font-semibold text-moss decoration-dotted">{to}</ins>
    </span>
  );
}

/** The arrow keys go from line to line, and to what was read from one. */
function walk(event: KeyboardEvent<HTMLOListElement>, setReached: (line: number) => void): void {
  const { key, target } = event;
  const item = target instanceof HTMLElement ? target.closest("li") : null;
  const steps: Record<string, Element | null | undefined> = {
    ArrowDown: item?.nextElementSibling,
    ArrowUp: item?.previousElementSibling,
    Home: item?.parentElement?.firstElementChild,
    End: item?.parentElement?.lastElementChild,
  };
  const buttons = item ? [...item.querySelectorAll<HTMLButtonElement>("button")] : [];
  const aside = (key === "ArrowRight" && 1) || (key === "ArrowLeft" && -1) || 0;
  const beside = aside && target instanceof HTMLButtonElement ? buttons[buttons.indexOf(target) + aside] : undefined;
  const next = beside ?? steps[key]?.querySelector<HTMLButtonElement>("button");
  if (!next) return;
  event.preventDefault();
  next.focus();
  setReached(Number(next.closest("li")?.id.slice("line-".length)));
}
