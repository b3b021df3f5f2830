import type { FoundChannel, FoundRecipient } from "@/lib/importing/schema";
import type { BareLine } from "./bare-lines";
import { codeIn } from "./field";
import { blocksOf } from "./prose";
import { type Field, readFields } from "./read-fields";
import { numbersOf } from "./read-text";
import { channelLabels, readNumber } from "./recipient";
import type { Label } from "./words";

const channels = new Map<Label, FoundChannel>(
  Object.entries(channelLabels).map(([channel, label]) => [label, channel as FoundChannel]),
);

/** The blocks of those who are written to, and whose embassy is. */
export function readRecipients(
  lines: BareLine[],
  role: FoundRecipient["role"],
): { recipients: FoundRecipient[]; embassy: { text: string; lines: number[] } | null } {
  const recipients: FoundRecipient[] = [];
  let embassy = null;
  for (const block of blocksOf(lines, ({ text }) => text === "")) {
    const fields = readFields(block) ?? [];
    const rule = fields.find(({ label }) => label === "embassy");
    if (rule) embassy = { text: rule.value, lines: rule.lines };
    else if (fields.length > 0) recipients.push(recipientOf(fields, role, numbersOf(block)));
  }
  return { recipients, embassy };
}

function recipientOf(fields: Field[], role: FoundRecipient["role"], lines: number[]): FoundRecipient {
  const value = (label: Label) => fields.find((field) => field.label === label)?.value ?? null;
  return {
    role,
    name: value("name"),
    office: value("office"),
    organisation: value("organisation"),
    country: codeIn(value("country"), "country"),
    language: codeIn(value("language"), "language"),
    salutation: value("salutation"),
    closing: value("closing"),
    addresses: fields.flatMap(addressOf),
    lines,
    confidence: 1,
  };
}

function addressOf({ label, value, raw, lines }: Field): FoundRecipient["addresses"] {
  const channel = channels.get(label);
  if (!channel) return [];
  const isNumber = channel === "fax" || channel === "telephone";
  return [{ channel, value: isNumber ? readNumber(value) : value, raw, lines, confidence: 1 }];
}
