import type { Draft, Warning } from "@/lib/importing/schema";

/** Recipients whose closing is another than the letter's: a campaign's letter has one, so a member has to choose. */
export function findOwnClosings({ letter, recipients }: Pick<Draft, "letter" | "recipients">): Warning[] {
  const kept = letter?.closing ?? recipients.find(({ closing }) => closing)?.closing ?? "";
  return recipients.flatMap(({ closing, name, office, organisation, addresses, lines }) => {
    if (!closing || isSame(closing, kept)) return [];
    const recipient = name ?? office ?? organisation ?? addresses[0]?.raw ?? "";
    return [{ code: "own-closing", values: { recipient, closing, kept }, lines: [...new Set(lines)] }];
  });
}

function isSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/[\s,.،，]/g, "").toLowerCase();
}
