import MailComposer from "nodemailer/lib/mail-composer";

export type Mailbox = { name: string; address: string };

/** A mail before it becomes bytes. */
export type Mime = {
  from: Mailbox;
  to: Mailbox;
  replyTo?: Mailbox;
  subject: string;
  text: string;
  /** A language tag (RFC 5646). */
  language: string;
  /** Without angle brackets. */
  messageId: string;
  date: Date;
  /** RFC 3834 §5: `no` for what a person wrote, `auto-generated` for what we did. */
  autoSubmitted: "no" | "auto-generated";
};

/**
 * Puts a mail together (RFC 5322, RFC 2045): plain text, UTF-8, lines ending in CRLF. Mailboxes are passed apart, never
 * as a line, so that no name can add an address or a header.
 */
export async function buildMime({ language, messageId, autoSubmitted, text, ...mail }: Mime): Promise<Buffer> {
  const composer = new MailComposer({
    ...mail,
    text: text.replace(/\r?\n/g, "\r\n"),
    messageId: `<${messageId}>`,
    headers: { "Auto-Submitted": autoSubmitted, "Content-Language": language },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
