/** A mail that is still to be written: to whom, its subject, its text. */
export type MailDraft = { address: string; subject: string; text: string };

/** Where a mail can be begun with everything in it. `mailto` is null where no program would take all of it, and so on. */
export type MailLinks = Record<"mailto" | "gmail" | "outlook", string | null> & {
  /** Begins a mail with address and subject alone, for a text that is copied. */
  empty: string;
};

/** What mail programs and browsers take of an address, in characters: the oldest of those in use stop at about 2,000. */
export const longestLink = 2000;

/**
 * The links that begin a mail: `mailto` (RFC 6068: lines end in %0D%0A, a space is %20, and only the address itself stands
 * before the question mark) and the pages of two webmails. They say the address and the letter, and nothing of their writer.
 */
export function mailLinks({ address, subject, text }: MailDraft): MailLinks {
  const to = encodeURIComponent(address);
  const titled = encodeURIComponent(oneLine(subject) || oneLine(text.slice(0, 78)));
  const body = encodeURIComponent(text.replace(/\r\n?|\n/g, "\r\n"));
  const mailbox = to.replaceAll("%40", "@").replaceAll("%2B", "+");
  const empty = `mailto:${mailbox}?subject=${titled}`;
  return {
    mailto: whole(`${empty}&body=${body}`),
    gmail: whole(`https://mail.google.com/mail/?view=cm&fs=1&to=${to}&su=${titled}&body=${body}`),
    outlook: whole(`https://outlook.live.com/mail/0/deeplink/compose?to=${to}&subject=${titled}&body=${body}`),
    empty,
  };
}

function whole(link: string): string | null {
  return link.length <= longestLink ? link : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
