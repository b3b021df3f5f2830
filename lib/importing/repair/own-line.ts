import {
  bullet,
  closing,
  contactLabel,
  functionWord,
  label,
  month,
  numbered,
  rule,
  salutation,
  streetStart,
  titled,
} from "./line-patterns";

const ended = /[.!?…。！？:：;]["'”’»)\]]{0,2}$/;
const lowerStart = /^["'“‘«([]{0,2}\p{Ll}/u;

/** A line that never goes on from the one before: an item of a list, a label, a salutation, a rule, a heading. */
export function startsOwn(text: string, before: string): boolean {
  if (rule.test(text) || contactLabel.test(text)) return true;
  if (isOpen(before)) return false;
  if (numbered.test(text)) return isEnded(before) || before.length < 40 || numbered.test(before);
  if (bullet.test(text) || label.test(text) || isOnlyLink(text)) return true;
  if (isClosing(text)) return isEnded(before) || text.endsWith(",");
  return isSalutation(text) || (isHeading(text) && !isHeading(before));
}

/** A line that the next one never goes on from. */
export function endsOwn(text: string, after: string): boolean {
  if (rule.test(text) || isOnlyLink(text) || isClosing(text) || isSalutation(text)) return true;
  return (/[:：]$/.test(text) && !isLower(after)) || (isHeading(text) && !isHeading(after) && !isOpen(text));
}

/** A word that is an address on the web or of a mailbox. */
export function isLink(word: string): boolean {
  return /:\/\/|^www\.|@/.test(word);
}

function isOnlyLink(text: string): boolean {
  return !/\s/.test(text) && isLink(text.replace(/^</, ""));
}

export function isBullet(text: string): boolean {
  return bullet.test(text) || numbered.test(text);
}

/** A line that is begun by the name of what stands on it ("Fax: …"). */
export function isLabelled(text: string): boolean {
  return label.test(text) || contactLabel.test(text);
}

/** A line that cannot be the end of anything: it ends with "of the", "Mr." or a month. */
export function isOpen(text: string): boolean {
  return functionWord.test(text.slice(-20)) || month.test(text.slice(-20));
}

export function isEnded(text: string): boolean {
  return ended.test(text.slice(-4));
}

/** A line that begins inside a sentence. */
export function isLower(text: string): boolean {
  return lowerStart.test(text) && !streetStart.test(text);
}

function isSalutation(text: string): boolean {
  if (text.length > 90 || !(salutation.test(text) || titled.test(text))) return false;
  const marked = /[,:!，：]$/.test(text);
  return marked || (salutation.test(text) && text.length < 50 && !isEnded(text) && !isLower(text));
}

function isClosing(text: string): boolean {
  if (text.length > 60 || !closing.test(text) || isLower(text)) return false;
  return text.endsWith(",") || text.split(/\s+/, 6).length <= 4;
}

/** Two words or more in capitals. */
function isHeading(whole: string): boolean {
  const text = whole.slice(0, 300);
  return text.length >= 6 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && /\S\s+\S/.test(text);
}
