import iconv from "iconv-lite";

/** An encoding that UTF-8 was read in by mistake: which sign stands for which byte. */
type Misread = { bytes: Map<string, number>; plain: boolean };

const misreads: Misread[] = ["windows-1252", "windows-1251", "macroman", "cp437"].map((name) => ({
  bytes: bytesIn(name),
  plain: name === "windows-1252",
}));

/** One sign of UTF-8 found in a text: where, how many signs it took there, and what it is. */
type Found = { at: number; length: number; sign: string; lead: number };

/**
 * A word as it was before UTF-8 was read as something else (`â€™`, `Ã©`, `вЂ™`, `‚Äô`), with every sign of UTF-8 put right that
 * can be nothing else; the word itself where there is none.
 */
export function unmisread(word: string): string {
  if (!/[\u0080-\uffff]{2}/.test(word)) return word;
  let best: Found[] = [];
  for (const misread of misreads) {
    const kept = believed(word, misread);
    // "‚Äô" holds "Äô", but is explained whole only by one of them.
    if (taken(kept) > taken(best)) best = kept;
  }
  return best.length > 0 ? replaced(word, best) : ofGbk(word);
}

function believed(word: string, { bytes, plain }: Misread): Found[] {
  const found = find(word, bytes).filter((one) => isCertain(one, word, plain));
  return found.filter(({ lead }) => found.length >= fewest(lead, plain));
}

function taken(found: readonly Found[]): number {
  return found.reduce((sum, { length }) => sum + length, 0);
}

function find(word: string, bytes: Map<string, number>): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < word.length; at += 1) {
    const lead = bytes.get(word[at] ?? "") ?? 0;
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length === 0 || at + length > word.length) continue;
    const sequence = Array.from({ length }, (_, n) => bytes.get(word[at + n] ?? "") ?? 0);
    if (!sequence.slice(1).every((byte) => byte >= 0x80 && byte < 0xc0)) continue;
    const sign = Buffer.from(sequence).toString("utf8");
    if (sign.includes("\ufffd") && sequence.join() !== "239,191,189") continue;
    found.push({ at, length, sign, lead });
    at += length - 1;
  }
  return found;
}

/** "LIBERTÉ»" is a word with a quotation mark, and no sign of UTF-8. */
function isCertain({ at, sign, lead, length }: Found, word: string, plain: boolean): boolean {
  if (length === 2 && /\p{Lu}/u.test(word[at - 1] ?? "") && /[»”’“…]/.test(word[at + 1] ?? "")) return false;
  if (/[\p{Cn}\p{Co}]/u.test(sign)) return false;
  return plain || isPunctuation(sign) || lead === 0xc3 || (lead >= 0xce && lead <= 0xd1);
}

function isPunctuation(sign: string): boolean {
  return /[\u2010-\u2044\u20ac\u2122]/.test(sign);
}

/** How many must stand in a word before one is believed: what looks like it in two signs can be chance. */
function fewest(lead: number, plain: boolean): number {
  if (lead >= 0xe0 || (lead <= 0xc3 && plain) || lead === 0xc3) return 1;
  return lead <= 0xc5 && plain ? 1 : 2;
}

function replaced(word: string, found: Found[]): string {
  let text = "";
  let done = 0;
  for (const { at, length, sign } of found) {
    text += word.slice(done, at) + sign;
    done = at + length;
  }
  return text + word.slice(done);
}

/** Chinese programs make `鈥檚` of `’s`: two bytes of the one and a byte of the other are read as one sign. */
function ofGbk(word: string): string {
  if (!word.includes("鈥")) return word;
  const text = iconv.encode(word, "gb18030").toString("utf8");
  return /\ufffd|\p{Script=Han}/u.test(text) ? word : text;
}

/** Bytes that an encoding has no sign for are most often left as they are. */
function bytesIn(encoding: string): Map<string, number> {
  const high = Array.from({ length: 128 }, (_, at) => at + 0x80);
  const own = high.map((byte): [string, number] => [iconv.decode(Buffer.from([byte]), encoding), byte]);
  const left = high.slice(0, 32).map((byte): [string, number] => [String.fromCharCode(byte), byte]);
  return new Map([...left, ...own.filter(([sign]) => sign !== "\ufffd")]);
}
