const heads =
  /^(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Sender|Message-ID|Von|Gesendet|An|Betreff|Datum|De|Para|Fecha|Enviado|Asunto|Da|A|Data|Oggetto|Inviato|Envoyé|À|Objet)\s?:\s/i;

/** Whether a line above a forwarded text was put there by a mail program. Behind a bar stands text. */
export function isHeadLine(line: string): boolean {
  if (line.startsWith("|")) return false;
  if (/^[-_=*]{5}/.test(line) || heads.test(line)) return true;
  return line.length < 200 && /(?:wrote|writes|schrieb|escribió|a écrit|scrisse|ha scritto|escreveu) ?:$/i.test(line);
}
