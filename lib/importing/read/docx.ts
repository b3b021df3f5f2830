import { Parser } from "htmlparser2";
import { Refusal } from "@/lib/errors";
import { readingLimits } from "@/lib/importing/limits";
import { TextWriter } from "./text-writer";
import { readEntries } from "./zip";

const body = "word/document.xml";
const links = "word/_rels/document.xml.rels";
/** Deleted text, codes of fields, and what stands beside for older programs. */
const skipped = new Set(["w:del", "w:moveFrom", "w:instrText", "mc:Fallback", "w:pict"]);

/** The text of a Word document (ECMA-376): a line for each paragraph and break, cells of a row divided by tabs. */
export async function docxToText(bytes: Uint8Array): Promise<string> {
  const entries = await readEntries(bytes, [body, links]);
  const xml = entries.get(body);
  if (xml === undefined) throw new Refusal("document-unreadable");
  const reader = new DocxReader(addressesOf(entries.get(links) ?? ""));
  new Parser(reader, { xmlMode: true, decodeEntities: true }).end(xml);
  return reader.writer.toString();
}

class DocxReader {
  readonly writer = new TextWriter();
  readonly #addresses: Map<string, string>;
  #depth = 0;
  #hiddenFrom = Infinity;
  #text = false;
  #ended = false;
  #link: { address: string; text: string } | null = null;

  constructor(addresses: Map<string, string>) {
    this.#addresses = addresses;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > readingLimits.depth) throw new Refusal("document-unreadable");
    if (this.#depth > this.#hiddenFrom) return;
    if (skipped.has(name)) this.#hiddenFrom = this.#depth;
    else this.#open(name, attributes);
  }

  onclosetag(name: string): void {
    if (this.#depth < this.#hiddenFrom) this.#close(name);
    this.#depth -= 1;
    if (this.#depth < this.#hiddenFrom) this.#hiddenFrom = Infinity;
  }

  ontext(text: string): void {
    if (!this.#text || this.#depth >= this.#hiddenFrom) return;
    if (this.#link) this.#link.text = (this.#link.text + text).slice(-500);
    this.writer.text(text.replace(/[\r\n]/g, " "), true);
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (name === "w:t") this.#text = true;
    else if (name === "w:tab") this.writer.text("\t", true);
    else if (name === "w:noBreakHyphen") this.writer.text("-", true);
    else if (name === "w:br" || name === "w:cr") this.writer.lineBreak();
    else if (name === "w:p") this.#endParagraph();
    else if (name === "w:tc") this.writer.tab();
    else if (name === "w:numId" && attributes["w:val"] !== "0" && this.writer.atStart) this.writer.text("- ", true);
    else if (name === "w:hyperlink")
      this.#link = { address: this.#addresses.get(attributes["r:id"] ?? "") ?? "", text: "" };
  }

  #close(name: string): void {
    if (name === "w:t") this.#text = false;
    else if (name === "w:p") this.#ended = true;
    else if (name === "w:hyperlink") this.#endLink();
    else if (name === "w:tc") this.#ended = false;
    else if (name === "w:tr") this.writer.newLine();
    else if (name === "w:tbl" || name === "w:body") this.#endParagraph();
  }

  /** The last paragraph of a cell ends no line: the next cell stands beside it. */
  #endParagraph(): void {
    if (this.#ended) this.writer.lineBreak();
    this.#ended = false;
  }

  #endLink(): void {
    const { address, text } = this.#link ?? { address: "", text: "" };
    this.#link = null;
    if (address !== "" && !text.toLowerCase().includes(address.toLowerCase())) this.writer.text(` <${address}>`, true);
  }
}

/** Where the links of a document lead, by their id: mailboxes alone. */
function addressesOf(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  const onopentag = (name: string, { Id = "", Target = "" }: Record<string, string>): void => {
    const address = /^mailto:([^?\s<>]{3,320})/i.exec(Target)?.[1];
    if (name === "Relationship" && address !== undefined) found.set(Id, address);
  };
  new Parser({ onopentag }, { xmlMode: true, decodeEntities: true }).end(xml);
  return found;
}
