import { cutEnd } from "./cut-end";
import { newRecipient, type RawRecipient } from "./raw-recipient";
import { readHolder, readName } from "./holder";
import { matchAt } from "./lexicon";
import { isSameRecipient } from "./same-recipient";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";

/** Adds what a letter's salutation says of its recipient: a name for the only one without, or somebody where nobody was found. */
export function withSaluted(found: readonly RawRecipient[], opening: ScannedLine | undefined): RawRecipient[] {
  const saluted = opening ? readSaluted(opening) : null;
  if (!saluted) return [...found];
  const to = found.filter(({ role }) => role === "to");
  const known = to.find((one) => isSameRecipient(one, saluted));
  if (known) {
    const { name, office } = known;
    return found.map((one) =>
      one === known ? { ...one, name: name ?? saluted.name, office: office ?? saluted.office } : one,
    );
  }
  const [only] = to;
  if (only && to.length === 1 && !only.name && saluted.name && !saluted.office) {
    return found.map((one) => (one === only ? { ...one, name: saluted.name } : one));
  }
  return to.length === 0 && (saluted.name !== null || saluted.office !== null) ? [saluted, ...found] : [...found];
}

function readSaluted({ text, tokens, numbers }: ScannedLine): RawRecipient | null {
  const hit = matchAt(lexicons.salutations, tokens, 0);
  if (!hit) return null;
  const titled = matchAt(lexicons.honorifics, tokens, 0)?.to === hit.to;
  const rest = cutEnd(text.slice(titled ? 0 : tokens[hit.to - 1]?.end), " ,:;!.").trim();
  if (!rest || /_{2,}|\.{3}/.test(rest)) return null;
  const holder = readHolder(rest);
  const name = holder?.name ?? readName(rest);
  if (!name && !holder?.office) return null;
  return { ...newRecipient("to", 0.6), name, office: holder?.office ?? null, lines: [...numbers] };
}
