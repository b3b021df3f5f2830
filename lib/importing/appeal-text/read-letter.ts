import type { FoundLetter } from "@/lib/importing/schema";
import type { BareLine } from "./bare-lines";
import { codeIn } from "./field";
import { readParagraph } from "./paragraph";
import { blocksOf } from "./prose";
import { readFields } from "./read-fields";
import { numbersOf } from "./read-text";
import { isPlaceholder } from "./words";

/** The parts of a sample letter: its first block greets, its last signs, and the one before that closes. */
export function readLetter(lines: BareLine[], appealLanguage: string | null): FoundLetter {
  const blocks = blocksOf(lines, ({ text }) => text === "");
  const head = (blocks[0] && readFields(blocks[0])) ?? [];
  const [first, ...rest] = head.length > 0 ? blocks.slice(1) : blocks;
  const body = rest.slice(0, -2);
  const [closing, sign] = [rest.at(-2), rest.at(-1)];
  const language = head.find(({ label }) => label === "language");
  return {
    subject: head.find(({ label }) => label === "subject")?.value ?? null,
    opening: partOf(first, "salutation"),
    body: body.map(textOf).join("\n\n"),
    closing: partOf(closing, "closing"),
    signOff: partOf(sign, "signer"),
    language: language ? codeIn(language.value, "language") : appealLanguage,
    lines: numbersOf(lines),
    confidence: 1,
  };
}

function textOf(block: BareLine[]): string {
  return readParagraph(
    block.map(({ text }) => text),
    72,
  );
}

function partOf(block: BareLine[] | undefined, of: "salutation" | "closing" | "signer"): string | null {
  if (!block) return null;
  const text = textOf(block);
  const inBars = block[0]?.text.startsWith("|");
  return !inBars && isPlaceholder(text, of) ? null : text;
}
