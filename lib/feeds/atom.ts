import type { Feed } from "./open-feed";
import { asHtml, element, emptyElement } from "./xml";

/** A feed as Atom (RFC 4287). */
export function writeAtom({ title, description, language, page, address, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element("id", page),
    element("title", title),
    element("subtitle", description),
    element("updated", updated.toISOString()),
    emptyElement("link", { rel: "self", type: "application/atom+xml", href: `${address}/atom` }),
    emptyElement("link", { rel: "alternate", type: "text/html", href: page }),
    ...entries.map((entry) =>
      [
        `<entry xml:lang="${entry.language}">`,
        element("id", entry.id),
        element("title", entry.title),
        element("published", entry.published.toISOString()),
        element("updated", entry.updated.toISOString()),
        `<author>${element("name", entry.organisation)}</author>`,
        emptyElement("link", { rel: "alternate", type: "text/html", href: entry.address }),
        element("content", asHtml(entry.paragraphs), { type: "html" }),
        "</entry>",
      ].join(""),
    ),
    "</feed>",
    "",
  ].join("\n");
}
