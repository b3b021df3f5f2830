/** What a placeholder in a letter stands for, where it is one that every letter fills in by itself. */
export type Placeholder = { text: string; field: "name" | "country" | null };

const brackets =
  /\[[^\][\n]{1,40}\]|［[^］\n]{1,40}］|【[^】\n]{1,40}】|〔[^〕\n]{1,40}〕|<[^<>@/\n]{1,40}>|\([^()\n]{1,40}\)|_{4,}/gu;

const named =
  /\b(?:your|full|first|last) name\b|\bname\b|\bnom\b|pr[ée]nom|\bnombre\b|\bnome\b|이름|성명|姓名|名字|氏名|الاسم|اسم/iu;
const placed = /\bcountry\b|\bpays\b|\bpa[íi]s\b|\bland\b|국가|나라|国家|國家|国名|البلد|الدولة/iu;
const others =
  /\bsign(?:ature|ed)?\b|\baddress\b|\bcity\b|\bdate\b|\boccupation\b|\bprofession\b|\badresse\b|\bville\b|\bfirma\b|direcci[óo]n|assinatura|unterschrift|서명|주소|날짜|직업|签名|簽名|签署|地址|日期|职业|التوقيع|العنوان|التاريخ/iu;

/** In round brackets a sentence may speak of names and countries: there it has to be no more than a few words to the reader. */
const addressed = /^\((?:your|votre|su|tu|ihr|seu|sua|본인|您的|你的)\b/iu;

/** The blanks of a letter that were meant to be filled in by hand, each once, in their order. */
export function findPlaceholders(letter: string): Placeholder[] {
  const found = [...letter.matchAll(brackets)].map(([text]) => text).filter(isPlaceholder);
  return [...new Set(found)].map((text) => ({ text, field: fieldOf(text) }));
}

function isPlaceholder(text: string): boolean {
  if (text.startsWith("_")) return true;
  if (text.startsWith("(") && !addressed.test(text)) return false;
  return [named, placed, others].some((words) => words.test(text));
}

function fieldOf(text: string): Placeholder["field"] {
  if (named.test(text)) return "name";
  return placed.test(text) ? "country" : null;
}

/** A letter without one of its placeholders, and without the lines that held nothing else. */
export function withoutPlaceholder(letter: string, text: string): string {
  return letter
    .split("\n")
    .flatMap((line) => {
      if (!line.includes(text)) return [line];
      const rest = line.replaceAll(text, "").replace(/ {2,}/g, " ").trimEnd();
      return /[\p{L}\p{N}]/u.test(rest) ? [rest] : [];
    })
    .join("\n")
    .trimEnd();
}
