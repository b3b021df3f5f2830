import type { Draft } from "@/lib/importing/schema";
import type { BareLine } from "./bare-lines";
import { codeIn, momentIn } from "./field";
import { readParagraph } from "./paragraph";
import { blocksOf } from "./prose";
import { readFields } from "./read-fields";
import { numbersOf } from "./read-text";
import type { Label } from "./words";

type Values = Pick<
  Draft,
  "reference" | "title" | "originator" | "forwarder" | "language" | "country" | "dates" | "deadlineClock" | "request"
>;

// Where each field of the head goes; the others are about the sender and the day, not about the appeal.
const places: Partial<Record<Label, string>> = {
  reference: "reference",
  issued: "dates.issued",
  country: "country",
  incident: "dates.incident",
  deadline: "dates.deadline",
  originator: "originator",
  forwarder: "forwarder",
  language: "language",
};
/** What stands between the first mark and the next: the title, and fields. `status` says why nobody should write now,
 * and who may pass it on. */
export function readHead(lines: BareLine[]): {
  values: Values;
  traces: Draft["traces"];
  status: { code: "appeal-status" | "appeal-passing-on"; text: string; lines: number[] }[];
} {
  const blocks = blocksOf(lines, ({ text }) => text === "");
  const fields = blocks.flatMap((block) => readFields(block) ?? []);
  const title = blocks.find((block) => !readFields(block));
  const traces = Object.fromEntries(
    fields.flatMap(({ label, lines: numbers }) => {
      const place = places[label];
      return place ? [[place, { lines: numbers, confidence: 1 }]] : [];
    }),
  );
  const of = (label: Label) => fields.find((field) => field.label === label)?.value ?? null;
  const deadline = momentIn(of("deadline"));
  const request = fields.find(({ label }) => label === "request");
  return {
    values: {
      reference: of("reference"),
      title: title
        ? readParagraph(
            title.map(({ text }) => text),
            72,
          )
        : null,
      originator: of("originator"),
      forwarder: of("forwarder"),
      language: codeIn(of("language"), "language"),
      country: codeIn(of("country"), "country"),
      dates: {
        incident: codeIn(of("incident"), "day"),
        issued: codeIn(of("issued"), "day"),
        deadline: deadline.day,
      },
      deadlineClock: deadline.clock,
      request: request ? { text: request.value, lines: request.lines, confidence: 1 } : null,
    },
    traces: { ...traces, ...(title && { title: { lines: numbersOf(title), confidence: 1 } }) },
    status: fields.flatMap(({ label, value, lines: numbers }) => {
      const code = label === "status" ? "appeal-status" : label === "distribution" ? "appeal-passing-on" : null;
      return code ? [{ code, text: value, lines: numbers }] : [];
    }),
  };
}
