import { inflateSync } from "node:zlib";

/** What a reader of a PDF sees. */
export type ReadPdf = {
  pages: number;
  /** Of each page, in points: "0 0 595.2756 841.8898". */
  boxes: string[];
  /** All signs in the order in which they are drawn, without the space between words that is not drawn. */
  text: string;
  /** Of letters, in points. */
  sizes: number[];
  creationDate: string | undefined;
};

type Font = Map<string, string>;

/**
 * Reads a PDF as Typst writes it: objects one by one, text as numbers of glyphs, which each font's ToUnicode table turns back
 * into signs (ISO 32000-1 §9.10.3). Only as much as tests of our pages need.
 */
export function readPdf(pdf: Buffer): ReadPdf {
  const source = pdf.toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of source.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)) objects.set(id, body);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const all = pages.map((page) => readPage(page, objects));
  return {
    pages: pages.length,
    boxes: pages.map((page) => /\/MediaBox \[(.*?)\]/.exec(page)?.[1] ?? ""),
    text: all.map(({ text }) => text).join("\n"),
    sizes: all.flatMap(({ sizes }) => sizes),
    creationDate: /\/CreationDate \((.*?)\)/.exec(source)?.[1],
  };
}

function readPage(page: string, objects: Map<string, string>): { text: string; sizes: number[] } {
  const fonts = new Map<string, Font>();
  for (const [, name = "", id = ""] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
    fonts.set(name, readTable(streamOf(objects.get(table ?? "") ?? "")));
  }
  const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? "") ?? "");
  const sizes: number[] = [];
  let font: Font | undefined;
  let text = "";
  // What a run of glyphs says may stand before it instead; or a font is chosen; or glyphs are drawn with it.
  const steps = inHex(content).matchAll(
    /\/ActualText <([\dA-F]*)>.*?EMC|\/(f\d+) ([\d.]+) Tf|(\[[^\]]*\] TJ|<[\da-f]*> Tj)/gis,
  );
  for (const [, actual, name, size, drawn] of steps) {
    if (actual !== undefined) text += signsOf(actual).replace("\ufeff", "");
    else if (name !== undefined) {
      font = fonts.get(name);
      sizes.push(Number(size));
    } else
      text += glyphsOf(drawn ?? "")
        .map((glyph) => font?.get(glyph) ?? "\ufffd")
        .join("");
  }
  return { text, sizes };
}

/** UTF-16BE in hexadecimal digits. */
function signsOf(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}

function streamOf(object: string): string {
  const bytes = /stream\r?\n(.*)\r?\nendstream/s.exec(object)?.[1] ?? "";
  return object.includes("/FlateDecode") ? inflateSync(Buffer.from(bytes, "latin1")).toString("latin1") : bytes;
}

/** Literal strings (ISO 32000-1 §7.3.4.2), in which brackets may stand in pairs, as hexadecimal ones. */
function inHex(content: string): string {
  let out = "";
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] !== "(") {
      out += content[at];
      continue;
    }
    const end = endOfString(content, at);
    out += `<${hexOf(content.slice(at + 1, end))}>`;
    at = end;
  }
  return out;
}

function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === "\\") at += 1;
    else if (content[at] === "(") depth += 1;
    else if (content[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error("a string without an end");
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function hexOf(signs: string): string {
  const plain = signs.replace(/\\(?:([0-7]{1,3})|(.))/gs, (_all, octal: string | undefined, sign: string) =>
    octal === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(plain, "latin1").toString("hex");
}

/** Two bytes each, as four hexadecimal digits. */
function glyphsOf(drawn: string): string[] {
  const strings = [...drawn.matchAll(/<([\da-f]*)>/gi)].map(([, digits]) => digits);
  return strings.join("").toLowerCase().match(/.{4}/g) ?? [];
}

function readTable(table: string): Font {
  const font: Font = new Map();
  for (const [, block = ""] of table.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = "", signs = ""] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]*)>/gi)) {
      font.set(glyph.toLowerCase(), signsOf(signs));
    }
  }
  return font;
}
