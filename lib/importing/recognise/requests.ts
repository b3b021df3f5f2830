import type { FoundText } from "@/lib/importing/schema";
import { isCaseless } from "./caseless-name";
import { readHeading } from "./heading";
import { readName } from "./holder";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";
import type { Zone } from "./zones";

/** What the letters are to ask for: the items behind "Please write … asking:", or of a part with that heading. */
export function findRequests(lines: readonly ScannedLine[], zones: readonly Zone[]): FoundText[] {
  const found: FoundText[] = [];
  let open = false;
  for (const line of lines) {
    const zone = zones[line.at] ?? "";
    if (line.blank) continue;
    if (/^(?:letter|targets|copies|sender|mail|persons)$/.test(zone)) {
      open = false;
      continue;
    }
    const item =
      line.bullet !== "" &&
      line.text.length > (isCaseless(line.tokens[0]) ? 4 : 8) &&
      !asksBelow(line) &&
      (isCaseless(line.tokens[0]) || !readName(/^[^,(]{0,60}/.exec(line.text)?.[0] ?? ""));
    // "* Exhortez les autorités à …" asks by itself.
    const asks = item && matchAt(lexicons.asking, line.tokens, 0) !== null;
    if ((open || zone === "requests" || asks) && item) found.push(itemOf(line));
    else if (open && isAsking(line) && line.text.length < 400) found.push(itemOf(line));
    else open = asksBelow(line) || readHeading(line)?.kind === "requests";
  }
  return found;
}

function itemOf({ text, numbers }: ScannedLine): FoundText {
  return { text: text.replace(/[;,؛،；，]\s?(?:and|y|et|und|e|و)?$/, "").trim(), lines: numbers, confidence: 0.85 };
}

/** "Please write to …, asking them to:". */
function asksBelow({ text, tokens }: ScannedLine): boolean {
  const asked = has("asking", tokens) || has("calling", tokens);
  return asked && (/[:：,،，]$/.test(text) || (/[.。]$/.test(text) && text.length < 160 && following.test(text)));
}

const following =
  /\bas follows\b|\bthe following\b|lo siguiente|ce qui suit|folgendes|quanto segue|o seguinte|다음|下列|以下|ما يلي|التالية/i;

function has(list: "asking" | "calling", tokens: ScannedLine["tokens"]): boolean {
  return tokens.some((_, at) => matchAt(lexicons[list], tokens, at));
}

/** An item without a bullet: "Urging …;", "Calling on …". */
function isAsking({ tokens, text }: ScannedLine): boolean {
  return (
    matchAt(lexicons.asking, tokens, 0) !== null &&
    /(?:ing|ando|endo|ant)\b|[;]$/.test(text.slice(0, 30) + text.slice(-1))
  );
}
