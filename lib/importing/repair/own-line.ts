const functionWord =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|nor|but|that|which|who|whose|as|is|are|was|were|be|been|has|have|had|your|our|their|his|her|its|this|these|those|into|between|against|under|dear|mr\.|mrs\.|ms\.|dr\.|gen\.|hon\.|de|del|la|las|los|el|y|que|en|un|una|por|para|con|le|les|des|du|et|une|pour|dans|der|die|das|den|dem|des|und|von|vom|zu|zum|zur|im|mit|ein|eine|di|della|dei|delle|il|lo|gli|e|da|do|dos|das|os|um|uma|em|no|na|com)$/i;
const month = /(?:^|\s)(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const ended = /[.!?…。！？:：;](?:["'”’»)\]]{0,2})$/;
const lowerStart = /^["'“‘«([]{0,2}\p{Ll}/u;
const addressStart =
  /^(?:c\/|c\/o|rue|via|ul\.|ulica|calle|av\.|avenue|avenida|bd|boulevard|str\.|rua|p\.?\s?o\.?\s?box|viale|piazza|al-|el-|bp)(?:\s|(?<=-))/i;
const bullet = /^(?:[-*•·▪◦●■□►→‣o]|\(?\d{1,3}[.)]|\(?[a-z]{1,4}\))\s/i;
const label = /^\p{Lu}[\p{L}./’' -]{0,28}\p{L}[.)]?\s?[:：](?:\s|$)/u;
const contactLabel =
  /^(?:tel|telephone|phone|mobile|fax|telefax|facsimile|e-?mail|mail|web|website|t|f|e|tél|téléphone|telefon|teléfono|telefono|correo|courriel|address|팩스|전화|이메일)\b[\s.:：)(+/]/i;
const onlyLink = /^<?(?:https?:\/\/|www\.)?[^\s@]{1,200}(?:@|\/\/)[^\s]{1,200}>?$/;
const rule = /^[^\p{L}\p{N}]{3,}$/u;
const salutation =
  /^(?:dear|your (?:excellency|honou?r|majesty|highness|eminence)|excellency|excellencies|honou?rable|sirs?|madam|mr\.? |mrs\.? |ms\.? |estimad|excelent|señor|querid|monsieur|madame|mesdames|excellence|sehr geehrte|liebe|exzellenz|egregi|gentil|illustr|car[oi] |spett|eccellenza|prezad|exm|senhor|caro )/i;
const closing =
  /^(?:yours|sincerely|respectfully|faithfully|best|kind|warm|regards|with (?:best|kind|warm|respect)|thank you|atentamente|respetuosamente|cordialmente|saludos|cordialement|respectueusement|salutations|veuillez agréer|mit freundlichen|hochachtungsvoll|mfg|cordiali|distinti|atenciosamente|respeitosamente)[^.!?]{0,50}[,.]?$/i;

/** A line that never goes on from the one before: an item of a list, a label, a salutation, a rule, a heading. */
export function startsOwn(text: string, before: string): boolean {
  if (rule.test(text) || contactLabel.test(text) || onlyLink.test(text)) return true;
  if (bullet.test(text)) return !isOpen(before) && !month.test(before);
  if (label.test(text)) return !isOpen(before);
  return isSalutation(text) || isClosing(text) || (isCapitals(text) && !isCapitals(before));
}

/** A line that the next one never goes on from. */
export function endsOwn(text: string, after: string): boolean {
  if (rule.test(text) || onlyLink.test(text) || isClosing(text)) return true;
  if (/[:：]$/.test(text) && !isLower(after)) return true;
  return isSalutation(text) || (isCapitals(text) && !isCapitals(after));
}

/** A line that is begun by the name of what stands on it ("Fax: …"). */
export function isLabelled(text: string): boolean {
  return label.test(text) || contactLabel.test(text);
}

/** A line that cannot be the end of anything: it ends with "of the", "Mr." or a month. */
export function isOpen(text: string): boolean {
  return functionWord.test(text) || month.test(text);
}

export function isEnded(text: string): boolean {
  return ended.test(text);
}

/** A line that begins inside a sentence. */
export function isLower(text: string): boolean {
  return lowerStart.test(text) && !addressStart.test(text);
}

function isSalutation(text: string): boolean {
  return (
    text.length < 90 && /\s|[,:!]$/.test(text) && salutation.test(text) && (/[,:!，：]$/.test(text) || text.length < 50)
  );
}

function isClosing(text: string): boolean {
  return text.length < 70 && closing.test(text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.{0,20}\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
