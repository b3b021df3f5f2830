import type { ScannedLine } from "./scan";

/** The head of a forwarded mail: which lines it takes, and what it says. */
export type MailBlock = {
  from: number;
  to: number;
  sender: string | null;
  subject: string | null;
  date: string | null;
};

const marker =
  /^(?:[-_=*>\s]{0,40})(?:begin\s)?(?:forwarded message|original message|forwarded by|weitergeleitete nachricht|ursprüngliche nachricht|mensaje reenviado|mensaje original|message transféré|message d'origine|mensagem encaminhada|mensagem original|messaggio inoltrato|messaggio originale|전달된 메시지|원본 메시지|رسالة معاد توجيهها|الرسالة الأصلية|转发的邮件|原始邮件|轉寄郵件|anfang der weitergeleiteten nachricht|inizio messaggio inoltrato|début du message (?:réexpédié|transféré))/i;
const field =
  /^\*?(from|sent|to|subject|date|cc|bcc|reply-to|von|gesendet|an|betreff|datum|de|enviado|enviado el|para|asunto|fecha|envoyé|à|objet|da|inviato|a|oggetto|data|보낸 ?사람|받는 ?사람|보낸 ?날짜|제목|날짜|참조|من|إلى|التاريخ|تاريخ الإرسال|الموضوع|نسخة|发件人|收件人|抄送|日期|发送时间|主题|寄件者|收件者|主旨)\*?\s?[:：]\s?(.*)$/i;
const senders = /^(?:from|von|de|da|보낸 ?사람|من|发件人|寄件者)$/i;
const subjects = /^(?:subject|betreff|asunto|objet|oggetto|assunto|제목|الموضوع|主题|主旨)$/i;
const days =
  /^(?:sent|date|gesendet|datum|enviado|enviado el|fecha|envoyé|inviato|data|날짜|보낸 ?날짜|التاريخ|تاريخ الإرسال|日期|发送时间)$/i;

/** Whether a line says that a mail begins below it. */
export function isForwardMarker(text: string): boolean {
  return text.length < 120 && marker.test(text);
}

/** "From: [your name]" is the head of a letter that is still to be written. */
function isToFill(sender: string): boolean {
  return /^[[(_<]?\s?(?:your|_|\.\.|ihr|su |votre|nome|name\b)/i.test(sender);
}

/** The heads of all mails that stand in a text: two or more of their fields in a row, who sent it among them. */
export function findMailBlocks(lines: readonly ScannedLine[]): MailBlock[] {
  const blocks: MailBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fields: [string, string][] = [];
    let to = at;
    while (to < lines.length && to - at < 12) {
      const [, name = "", value = ""] = field.exec(lines[to]?.text ?? "") ?? [];
      if (!name) break;
      fields.push([name, value]);
      to++;
    }
    const sender = fields.find(([name]) => senders.test(name))?.[1];
    if (fields.length < 2 || sender === undefined || isToFill(sender)) continue;
    const subject = fields.find(([name]) => subjects.test(name))?.[1] ?? null;
    blocks.push({ from: at, to, sender, subject, date: fields.find(([name]) => days.test(name))?.[1] ?? null });
    at = to;
  }
  return blocks;
}
