type Tag = { code: string; language: string; script: string; region: string };

// Reading a tag costs more than all the comparisons it is made for.
const tags = new Map<string, Tag | null>();
const mostKept = 1000;

/**
 * The tag among `offered` that somebody who reads `wanted` can read, or null: the same one, else the same language in the same
 * script, in the same region first. So `zh`, `zh-CN` and `zh-Hans` are one, `zh-Hant` is another, and `pt` stands in for `pt-BR`.
 * Scripts and regions that a tag leaves out are the likely ones (UTS 35, Likely Subtags).
 * @param wanted a tag (BCP 47); one that cannot be read matches nothing but itself
 */
export function matchLanguage<T extends string>(wanted: string, offered: readonly T[]): T | null {
  const same = offered.find((one) => one === wanted);
  if (same !== undefined) return same;
  const asked = readTag(wanted);
  if (!asked) return null;
  const readable = offered.filter((one) => isReadable(readTag(one), asked));
  const near =
    readable.find((one) => readTag(one)?.code === asked.code) ??
    readable.find((one) => readTag(one)?.region === asked.region);
  return near ?? readable[0] ?? null;
}

/** Whether who reads one of two languages reads the other. */
export function isSameLanguage(one: string, other: string): boolean {
  return matchLanguage(one, [other]) !== null;
}

/** The script a language is written in (ISO 15924), or null of what is no tag. */
export function scriptOf(code: string): string | null {
  return readTag(code)?.script ?? null;
}

function isReadable(tag: Tag | null, asked: Tag): boolean {
  return tag !== null && tag.language === asked.language && tag.script === asked.script;
}

function readTag(code: string): Tag | null {
  const known = tags.get(code);
  if (known !== undefined) return known;
  const tag = parseTag(code);
  if (tags.size < mostKept) tags.set(code, tag);
  return tag;
}

/** Language, script and region; variants and extensions tell no reader apart. */
function parseTag(code: string): Tag | null {
  const said = /^([a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?)(?:-[a-z0-9]{1,8})*$/i.exec(code)?.[1];
  if (!said) return null;
  const locale = new Intl.Locale(said);
  const { language, script = "", region = "" } = locale.maximize();
  return { code: locale.baseName, language, script, region };
}
