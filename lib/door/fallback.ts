import { direction, languageTag, type Locale } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import type { StatusCode } from "./status";

/** The last resort, when not even the status page can be rendered: the same words on a bare page. */
export function fallbackPage(code: StatusCode, locale: Locale): string {
  const { status } = loadMessages(locale);
  const { title, text } = status.codes[code];
  return [
    `<!DOCTYPE html><html lang="${languageTag(locale)}" dir="${direction(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>`,
    `<body><h1>${escape(title)}</h1><p>${escape(text)}</p>`,
    `<p><a href="/${locale}">${escape(status.home)}</a></p></body></html>`,
  ].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
