// What lines begin and end with, in the languages appeals come in. Each is matched against one line, and begins or ends there.

const small = "a|e|o|y|à|i|ou|et|da|di|le|la|de";

/** Words that nothing ends with. */
export const functionWord = new RegExp(
  `(?:^|\\s)(?:(?:${small})|(?:${[
    "[Aa]n|[Tt]he|THE|[Oo]f|OF|[Tt]o|TO|[Ii]n|IN|[Oo]n|[Aa]t|AT|[Bb]y|BY|[Ff]or|FOR|[Ff]rom|[Ww]ith|[Aa]nd|AND|[Oo]r|nor|but|that|which|who|whose",
    "as|is|are|was|were|be|been|has|have|had|[Yy]our|[Oo]ur|[Tt]heir|[Hh]is|her|[Ii]ts|[Tt]his|[Tt]hese|those|into|between|against|under",
    "[Dd]ear|[Mm]r\\.?|[Mm]rs\\.?|[Mm]s\\.?|[Dd]r\\.|Gen\\.|Hon\\.|Sr\\.|Sra\\.|Lic\\.|Herrn?|Frau|Sig\\.|Prof\\.|Monsieur",
    "del|los|las|el|que|en|un|una|por|para|con|les|des|du|une|pour|dans|au|aux|der|die|das|den|dem|des|und|von|vom|zu|zum|zur|im|mit",
    "ein|eine|della|dei|delle|degli|il|lo|gli|do|dos|das|os|um|uma|em|na|ao",
  ].join("|")}))$`,
);

export const month =
  /(?:^|\s)(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** What a line of an address begins with in a small letter. */
export const streetStart =
  /^(?:c\/o?|rue|via|ul\.|ulica|calle|av\.|avenue|avenida|bd|boulevard|str\.|rua|p\.?\s?o\.?\s?box|viale|piazza|bp|e-?mail|fax|tel)(?:\s|\.)|^(?:al|el)-/i;

export const bullet = /^(?:[-*•·▪◦●■□►→‣]\s|o(?:\t|\s{2})|\(?\d{1,3}\)\s|\(?(?:[a-z]|[ivx]{1,4})\)\s)/i;
export const numbered = /^\d{1,2}\.\s/;
export const label = /^\p{Lu}[\p{L}./’' -]{0,28}\p{L}[.)]?\s?[:：](?:\s|$)/u;

const contacts =
  "tel|telephone|phone|mobile|fax|telefax|facsimile|e-?mail|mail|web|website|t|f|e|tél|téléphone|télécopie|telefon|teléfono|telefono|telefone|correo|courriel|address|팩스|전화|이메일|전자우편|주소|رقم الفاكس|الفاكس|فاكس|الهاتف|هاتف|البريد الإلكتروني|بريد إلكتروني|العنوان|传真|傳真|电话|電話|地址|邮编|电邮|電郵|电子邮件|電子郵件";
/** "Fax: …", "Tel. …", "Fax +41 …", "E-mail a@b.example". */
export const contactLabel = new RegExp(
  `^(?:${contacts})(?:\\s(?:no|nr|number|address)\\.?)?(?:\\s?[.:：)/]|\\s[+(]?\\d|\\s[^\\s@]{1,64}@)`,
  "i",
);

/** No letter and no digit: a line that is drawn. */
export const rule = /^[^\p{L}\p{N}]{3,}$/u;

export const salutation =
  /^(?:dear |your (?:excellency|honou?r|majesty|highness|eminence|worship)|estimad[oa]s? |excelent[íi]sim|querid[oa]s? |sehr geehrte|liebe[rs]? |egregi[oa]|gentil[ei]|illustr|car[oaie] |spettabile|prezad[oa]s? |exm[oa]|chers? |chère|존경하는|친애하는)/i;
/** These begin a sentence as well. */
export const titled =
  /^(?:excellency|excellencies|honou?rable|sirs?\b|madam|mr\.? |mrs\.? |ms\.? |señor|monsieur|madame|mesdames|messieurs|excellence|excelencia|exzellenz|eccellenza|senhor|herr |frau )/i;

export const closing =
  /^(?:yours|sincerely|respectfully|faithfully|best|kind|warm|regards|with (?:best|kind|warm|respect|regards)|thank you|thanking you|in solidarity|atentamente|respetuosamente|cordialmente|saludos|sin otro|cordialement|respectueusement|sincères|salutations|veuillez agréer|mit freundlichen|hochachtungsvoll|mfg|cordiali|distinti|atenciosamente|respeitosamente)(?![\p{L}-])/iu;
