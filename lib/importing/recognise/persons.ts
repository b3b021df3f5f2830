import type { FoundPerson } from "@/lib/importing/schema";
import { readName } from "./holder";
import { matchAt } from "./lexicon";
import { nameWords, sameWords } from "./same-recipient";
import type { ScannedLine } from "./scan";
import { findLabels } from "./segments";
import { seizedIn } from "./seized";
import { lexicons } from "./words";
import type { Zone } from "./zones";

// "(m)", "(f), aged 30", "(male, 34)", ", 64,", "aged 40": what is said of a person in a list and of nobody else.
const told =
  /^[\s,]{0,3}(?:\(\s?(?:m|f|male|female|h|w|masculino|femenino)\b|\(?\s?(?:aged\s)?\d{1,2}\s?(?:[),]|years|ans\b|años|anos|anni|jahre|$)|,?\s?(?:aged|de)\s\d{1,2}\b|\()/i;
const most = 60;

/** Those an appeal seems to speak of as in danger: a list for a member to confirm. `others`: names that are somebody else's. */
export function findPersons(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  others: readonly string[],
): FoundPerson[] {
  const found: FoundPerson[] = [];
  const known = others.map(nameWords);
  for (const line of lines) {
    const zone = zones[line.at] ?? "";
    if (line.blank || /^(?:targets|copies|sender|mail)$/.test(zone)) continue;
    for (const { name, confidence } of [
      ...marked(line),
      ...listed(line, zone),
      ...labelled(line),
      ...seized(line, zone),
      ...titled(line, zone),
    ]) {
      const words = nameWords(name);
      const again = found.find((one) => one.confidence < confidence && sameWords(nameWords(one.name), words));
      if (again) again.confidence = confidence;
      if (found.length >= most || known.some((one) => sameWords(one, words))) continue;
      known.push(words);
      found.push({ name, lines: line.numbers, confidence });
    }
  }
  return found;
}

type Named = { name: string; confidence: number };

const mark = /\(\s?(?:m|f|male|female|h|w)\s?[),]/gi;

/** "… Jane Doe (f), aged 41 …": the words with capitals right before the mark. */
function marked({ text }: ScannedLine): Named[] {
  if (!text.includes("(")) return [];
  return [...text.slice(0, 2000).matchAll(mark)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const words = /(?:[\p{Lu}][\p{L}\p{M}'’-]{0,30}\s){1,6}$/u.exec(before)?.[0].trim().split(" ") ?? [];
    for (let from = 0; from < words.length; from++) {
      const name = readName(words.slice(from).join(" "), 1);
      if (name && !isTrade(words[from] ?? "", words.length - from)) return [{ name, confidence: 0.88 }];
    }
    return [];
  });
}

/** "Teacher Jane Doe": a first word that is a trade, as a short list has it. */
function isTrade(word: string, left: number): boolean {
  return (
    left > 2 &&
    /^(?:teacher|student|lawyer|journalist|activist|monk|nun|poet|writer|student|doctor|nurse|farmer|leader|blogger|prisoner|the|singer|editor|singer)$/i.test(
      word,
    )
  );
}

/** An item of a list, or a line of its own: "1) Mr. X, 64", "Y (f)". */
function listed({ text, bullet }: ScannedLine, zone: string): Named[] {
  if (zone === "letter" || text.length > 300) return [];
  const [, head = "", rest = ""] = /^([^,(;:–—]{4,60}?)\s*((?:[,(;:–—]|\s-\s).*)?$/u.exec(text) ?? [];
  const name = readName(head);
  if (!name) return [];
  if (told.test(rest) && /[\d(]/.test(rest)) return [{ name, confidence: bullet || rest.length < 40 ? 0.85 : 0.6 }];
  return zone === "persons" ? [{ name, confidence: 0.9 }] : [];
}

/** "Name of victim: X and Y". */
function labelled({ text, tokens }: ScannedLine): Named[] {
  const label = findLabels(text, tokens).find(
    (one) => (one.label === "persons" || one.label === "name") && one.strong && one.start < 8,
  );
  if (!label) return [];
  return text
    .slice(label.end)
    .split(/\s*(?:[,;]|\band\b|\by\b|\bet\b|\bund\b|\be\b|\d{1,2}[.)])\s*/)
    .flatMap((piece) => {
      const name = readName(piece.replace(/^(?:aged|\d).*$/, ""));
      return name ? [{ name, confidence: 0.92 }] : [];
    });
}

/** "X, a lawyer, was arrested": of all but what the letter and the forwarder say. */
function seized(line: ScannedLine, zone: string): Named[] {
  return zone === "letter" ? [] : seizedIn(line).map((name) => ({ name, confidence: 0.6 }));
}

/** "Mr. X Y" in what is told. */
function titled({ text, tokens }: ScannedLine, zone: string): Named[] {
  if (zone === "note" || zone === "requests") return [];
  return tokens.flatMap((token, at): Named[] => {
    if (!polite.test(token.word) || matchAt(lexicons.offices, tokens, at)) return [];
    const end = /^.?\s((?:[\p{Lu}][\p{L}\p{M}'’-]{0,25}\s?){2,5})/u.exec(text.slice(token.end, token.end + 120));
    const name = end?.[1] ? readName(end[1].trim()) : null;
    return name ? [{ name, confidence: 0.45 }] : [];
  });
}

const polite = /^(?:mr|mrs|ms|miss|sr|sra|mme|herr|frau|sig|signor|signora|dr|lawyer|journalist)$/;
