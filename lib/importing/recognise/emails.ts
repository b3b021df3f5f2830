import { remembering } from "./remember";
/** An e-mail address in a text: in lower case, as it stood, and where. */
export type FoundEmail = { value: string; raw: string; start: number; end: number };

// What people write for "@". Bare words only in capitals, and then only where "DOT" or a domain follows.
const sign =
  /\s{0,2}@\s{0,2}|\s{0,2}[[({<]\s?(?:at|AT|At|arroba|ARROBA|chiocciola|arobase|AROBASE|ät)\s?[\])}>]\s{0,2}| AT (?=\S+(?: DOT |\.))|&#64;| at (?=\S+ (?:dot|\[dot\]|\(dot\)) )/gu;
// Most lines have none of these.
const hint = /@|&#64;|\bat\b|arroba|chiocciola|arobase|ät/i;
const dot = /^(?:\s?\.\s?|\s?[[({<]\s?(?:dot|punto|point|punkt)\s?[\])}>]\s?|\s(?:DOT|dot)\s)/i;
const dotBefore = /(?:\.|\s?[[({<]\s?(?:dot|punto|point|punkt)\s?[\])}>]\s?|\s(?:DOT|dot)\s)$/i;
// Longer is no local part and no label (RFC 5321 §4.5.3.1.1, RFC 1035 §2.3.4).
const localEnd = /[\w!#$%&'*+/=?^`{|}~\u00c0-\u024f-]{1,64}$/;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})/u;
const longest = 120;

/** Every e-mail address in a line, also where "@" and "." are spelt out or spaced. */
export const findEmails = remembering((text): FoundEmail[] => {
  if (!hint.test(text)) return [];
  const found: FoundEmail[] = [];
  for (const mark of text.matchAll(sign)) {
    const from = found.at(-1)?.end ?? 0;
    const local = readLocal(text.slice(Math.max(from, mark.index - longest), mark.index));
    const after = mark.index + mark[0].length;
    const domain = readDomain(text.slice(after, after + longest * 2));
    if (!local || !domain || /^www\./i.test(domain.value)) continue;
    const start = mark.index - local.length;
    const end = after + domain.length;
    found.push({ value: `${local.value}@${domain.value}`.toLowerCase(), raw: text.slice(start, end), start, end });
  }
  return found;
});

type Part = { value: string; length: number };

function readLocal(before: string): Part | null {
  let rest = before;
  const parts: string[] = [];
  while (parts.length < 8) {
    const part = localEnd.exec(rest)?.[0].replace(/^(?:mailto:|['`|=]+)/i, "");
    if (!part) break;
    parts.unshift(part);
    rest = rest.slice(0, rest.length - part.length);
    const between = dotBefore.exec(rest)?.[0];
    if (!between || !localEnd.test(rest.slice(0, -between.length))) break;
    rest = rest.slice(0, -between.length);
  }
  return parts.length > 0 ? { value: parts.join("."), length: before.length - rest.length } : null;
}

function readDomain(after: string): Part | null {
  const labels: string[] = [];
  let at = 0;
  while (labels.length < 8) {
    const part = label.exec(after.slice(at))?.[0];
    if (!part) break;
    labels.push(part.replace(/-+$/, ""));
    at += part.length;
    const between = dot.exec(after.slice(at))?.[0];
    if (!between || !continues(after.slice(at + between.length), between)) break;
    at += between.length;
  }
  const top = labels.at(-1) ?? "";
  return labels.length > 1 && /^\p{L}{2,}$/u.test(top) ? { value: labels.join("."), length: at } : null;
}

/** A spaced dot may end a sentence: only what looks like a domain's end goes on behind it. */
function continues(rest: string, between: string): boolean {
  if (!label.test(rest)) return false;
  return !between.endsWith(" ") || /^[a-z]{2,4}\s*(?:$|[),;>\]])/.test(rest) || /dot|punto|point|punkt/i.test(between);
}
