import { direction, type Locale } from "@/lib/locales";
import type { MailPart } from "./mail-parts";

// Mail programs keep styles that stand at each element; those of the dark come on top where the head is kept.
const styles = {
  body: "margin:0;padding:24px 16px;background:#fbf8f2;color:#1c1b1a;font:17px/1.55 Georgia,'Noto Serif',serif;overflow-wrap:anywhere",
  sheet: "max-width:34em;margin:0 auto",
  p: "margin:0 0 18px",
  quote: "margin:0 0 18px;padding-inline-start:14px;border-inline-start:2px solid #244a73;color:#244a73",
  button:
    "display:inline-block;padding:11px 20px;background:#9b2226;color:#ffffff;text-decoration:none;font-weight:600;border-radius:2px",
  address: "color:#244a73;word-break:break-all",
  small: "margin:0 0 18px;color:#5d5852;font-size:15px",
} as const;

const dark = `@media (prefers-color-scheme:dark){body{background:#151412!important;color:#ece6db!important}
.q{color:#8fb4de!important;border-color:#8fb4de!important}.a{color:#8fb4de!important}.s{color:#b3aa9c!important}
.b{background:#e0777b!important;color:#151412!important}}`;

/**
 * The HTML beside the plain text of a mail of ours. It says the same words, fetches nothing, and its only links are those of the
 * text; whoever sees the address of a link before they press it is harder to lead astray.
 */
export function htmlOf(subject: string, parts: MailPart[], locale: Locale): string {
  return [
    `<!doctype html>`,
    `<html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    `<title>${escape(subject)}</title><style>${dark}</style></head>`,
    `<body style="${styles.body}${locale === "ko" ? ";word-break:keep-all" : ""}"><div style="${styles.sheet}">`,
    ...parts.map(drawn),
    `</div></body></html>`,
  ].join("\n");
}

function drawn(part: MailPart): string {
  if (part.kind === "words") {
    const appeal = part.appeal ? `<br><strong dir="auto">${escape(part.appeal)}</strong>` : "";
    return `<p style="${styles.p}">${escape(part.text)}${appeal}</p>`;
  }
  if (part.kind === "quote") {
    const before = part.before ? `<p style="${styles.p}">${escape(part.before)}</p>\n` : "";
    return `${before}<blockquote class="q" dir="auto" style="${styles.quote}">${escape(part.text)}</blockquote>`;
  }
  if (part.kind === "act") {
    const button = `<a class="b" href="${escape(part.href)}" style="${styles.button}">${escape(part.button)}</a>`;
    const after = part.after ? `<br>${escape(part.after)}` : "";
    return `<p style="${styles.p}">${escape(part.before)}</p>\n<p style="${styles.p}">${button}</p>\n<p class="s" style="${styles.small}">${link(part.href)}${after}</p>`;
  }
  if (part.kind === "aside") {
    return `<p class="s" style="${styles.small}">${escape(part.text)}${part.href ? `<br>${link(part.href)}` : ""}</p>`;
  }
  return `<p style="${styles.p}">${escape(part.text)}</p>`;
}

function link(href: string): string {
  return `<bdi dir="ltr"><a class="a" href="${escape(href)}" style="${styles.address}">${escape(href)}</a></bdi>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as text; its lines stay lines. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replaceAll("\n", "<br>\n");
}
