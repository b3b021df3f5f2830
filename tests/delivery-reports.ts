/** Reports on deliveries as well-known servers write them (RFC 3464), about people and places that do not exist. */

export type ReportParts = {
  /** Where the letter went. */
  recipient?: string;
  action?: string;
  status?: string;
  /** The other server's answer. */
  said?: string;
  /** So that two reports are two. */
  messageId?: string;
  /** What the report quotes of the letter. */
  quoted?: string;
};

const usual = {
  recipient: "minister@mfa.example.org",
  action: "failed",
  status: "5.1.1",
  said: "550 5.1.1 <minister@mfa.example.org>: Recipient address rejected: User unknown in virtual mailbox table",
  messageId: "20261125004501.4F2A7@mx.relay.example",
  quoted: "Subject: Please do not send him back\r\n\r\nI am writing as a teacher of QUOTED WORDS.\r\n",
};

/** Lines as they travel. */
export function mail(lines: string[]): Buffer {
  return Buffer.from(lines.join("\r\n"));
}

function report(head: string[], groups: string[][], quoted: string, quotedType = "message/rfc822"): Buffer {
  return mail([
    ...head,
    "",
    "This is a MIME-encapsulated message.",
    "",
    "--=_report",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not",
    "be delivered to one or more recipients. QUOTED WORDS may stand here too.",
    "",
    "--=_report",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    ...groups.flatMap((group) => [...group, ""]),
    "--=_report",
    "Content-Description: Undelivered message",
    `Content-Type: ${quotedType}`,
    "",
    quoted,
    "--=_report--",
    "",
  ]);
}

const type = 'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="=_report"';

export function postfixReport(parts: ReportParts = {}, more: string[][] = []): Buffer {
  const { recipient, action, status, said, messageId, quoted } = { ...usual, ...parts };
  const head = [
    "Return-Path: <>",
    "Date: Wed, 25 Nov 2026 00:45:01 +0000 (UTC)",
    "From: MAILER-DAEMON@mx.relay.example (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    "To: bounces@appeals.example.org",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    type,
    `Message-Id: <${messageId}>`,
  ];
  const message = [
    "Reporting-MTA: dns; mx.relay.example",
    "X-Postfix-Queue-ID: 4F2A7180C2",
    "X-Postfix-Sender: rfc822; bounces@appeals.example.org",
    "Arrival-Date: Wed, 25 Nov 2026 00:45:00 +0000 (UTC)",
  ];
  const fate = [
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; mx.mfa.example.org",
    `Diagnostic-Code: smtp; ${fold(said)}`,
  ];
  return report(head, [message, fate, ...more], quoted);
}

/** Exim says 5.0.0 whatever the other server said, and repeats the answer after where it stood in the conversation. */
export function eximReport(parts: ReportParts = {}): Buffer {
  const { recipient, action, said, messageId, quoted } = { ...usual, ...parts };
  const head = [
    `Message-Id: <${messageId}>`,
    "X-Failed-Recipients: minister@mfa.example.org",
    "Auto-Submitted: auto-replied",
    "From: Mail Delivery System <Mailer-Daemon@exim.relay.example>",
    "Content-Type: MULTIPART/REPORT; boundary==_report; report-type=delivery-status",
    "MIME-Version: 1.0",
    "Subject: Mail delivery failed: returning message to sender",
  ];
  const fate = [
    `Action: ${action}`,
    `Final-Recipient: rfc822;${recipient}`,
    "Status: 5.0.0",
    "Remote-MTA: dns; mx.mfa.example.org",
    `Diagnostic-Code: smtp; ${said}`,
  ];
  return report(head, [["Reporting-MTA: dns; exim.relay.example"], fate], quoted, "text/rfc822-headers");
}

/** Exchange repeats itself in headers of its own, has no space after the semicolon, and folds long answers with tabs. */
export function exchangeReport(parts: ReportParts = {}): Buffer {
  const { recipient, action, status, said, messageId, quoted } = { ...usual, ...parts };
  const head = [
    "From: Microsoft Outlook <MicrosoftExchange329e71@relay.example>",
    "MIME-Version: 1.0",
    "X-MS-Exchange-Message-Is-Ndr:",
    type.replace("report-type=delivery-status", 'report-type="delivery-status"'),
    "Content-Language: en-US",
    `Message-ID: <${messageId}>`,
    "Subject: Undeliverable: Please do not send him back",
    "Auto-Submitted: auto-replied",
  ];
  const fate = [
    `final-recipient: RFC822;${recipient}`,
    `ACTION: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp;${fold(said, "\t")}`,
    "X-Display-Name: The Minister",
  ];
  return report(
    head,
    [["Reporting-MTA: dns;EX01.relay.example", "Arrival-Date: Wed, 25 Nov 2026 00:45:00 +0000"], fate],
    quoted,
  );
}

/** Gmail sends its notice in two languages of MIME, and its answers over several lines. */
export function gmailReport(parts: ReportParts = {}): Buffer {
  const { recipient, action, status, said, messageId, quoted } = { ...usual, ...parts };
  const head = [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
    "Auto-Submitted: auto-replied",
    "Subject: Delivery Status Notification (Failure)",
    "MIME-Version: 1.0",
    type,
    `Message-ID: <${messageId}>`,
  ];
  const fate = [
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; gmail-smtp-in.example. (192.0.2.27, the server for the domain",
    " mfa.example.org.)",
    `Diagnostic-Code: smtp; ${said.replace(/(.{40}\S*) /g, "$1\r\n ")}`,
    "Last-Attempt-Date: Wed, 25 Nov 2026 00:45:01 -0800 (PST)",
  ];
  return report(
    head,
    [["Reporting-MTA: dns; googlemail.example", "Received-From-MTA: dns; bounces@appeals.example.org"], fate],
    quoted,
  );
}

/** Somebody's machine that answers for them (RFC 3834). */
export function autoReply(kind = "auto-replied"): Buffer {
  return mail([
    "From: Office of the Minister <minister@mfa.example.org>",
    "Subject: Out of office: Please do not send him back",
    `Auto-Submitted: ${kind}`,
    "Message-ID: <away@mfa.example.org>",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "I am away. 550 5.1.1 is not meant by this. QUOTED WORDS",
    "",
  ]);
}

function fold(said: string, by = "    "): string {
  return said.replace(/(.{50}\S*) /g, `$1\r\n${by}`);
}
