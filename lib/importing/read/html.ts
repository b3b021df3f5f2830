import { Parser } from "htmlparser2";
import { Refusal } from "@/lib/errors";
import { readingLimits } from "@/lib/importing/limits";
import { TextWriter } from "./text-writer";

type Attributes = Record<string, string>;

const skipped = new Set(
  "script style title template noscript svg math head object iframe select button video audio canvas map".split(" "),
);
const blocks = new Set("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre hr form fieldset figure".split(" "));
const lines = new Set(
  "div li tr dt dd section article header footer nav main aside address center caption legend option label textarea".split(
    " ",
  ),
);
const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const hiding = /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden/i;

/** The text of a web page as it is seen: a line for each block, cells of a row divided by tabs, no script and no style. */
export function htmlToText(html: string): string {
  const reader = new HtmlReader();
  const parser = new Parser(reader, { decodeEntities: true });
  parser.end(html);
  return reader.writer.toString();
}

class HtmlReader {
  readonly writer = new TextWriter();
  #depth = 0;
  /** At which depth what is not shown began. */
  #hiddenFrom = Infinity;
  #kept = 0;
  readonly #quotes: boolean[] = [];
  readonly #links: { address: string; text: string }[] = [];

  onopentag(name: string, attributes: Attributes): void {
    if (empty.has(name)) return this.#empty(name, attributes);
    this.#depth += 1;
    if (this.#depth > readingLimits.depth) throw new Refusal("document-unreadable");
    if (this.#depth > this.#hiddenFrom) return;
    if (isHidden(name, attributes)) this.#hiddenFrom = this.#depth;
    else this.#open(name, attributes);
  }

  onclosetag(name: string): void {
    if (empty.has(name)) return;
    if (this.#depth < this.#hiddenFrom) this.#close(name);
    this.#depth -= 1;
    if (this.#depth < this.#hiddenFrom) this.#hiddenFrom = Infinity;
  }

  ontext(text: string): void {
    if (this.#depth >= this.#hiddenFrom) return;
    const link = this.#links.at(-1);
    if (link) link.text = (link.text + text).slice(-500);
    this.writer.text(text, this.#kept > 0);
  }

  #empty(name: string, attributes: Attributes): void {
    if (this.#depth >= this.#hiddenFrom) return;
    if (name === "br") this.writer.lineBreak();
    else if (name === "hr") this.writer.block();
    else if (name === "img" && (attributes.alt ?? "").length <= 2) this.writer.text(attributes.alt ?? "");
    else if (name === "input" && /^text$/i.test(attributes.type ?? "")) this.#own(attributes.value ?? "");
  }

  #own(text: string): void {
    this.writer.newLine();
    this.writer.text(text);
    this.writer.newLine();
  }

  #open(name: string, attributes: Attributes): void {
    if (blocks.has(name)) this.writer.block();
    else if (lines.has(name)) this.writer.newLine();
    if (name === "pre" || name === "textarea") this.#kept += 1;
    else if (name === "td" || name === "th") this.writer.tab();
    else if (name === "li") this.writer.text("- ");
    else if (name === "blockquote") this.#openQuote(attributes);
    else if (name === "a") this.#links.push({ address: addressOf(attributes), text: "" });
  }

  #close(name: string): void {
    if (name === "a") this.#endLink();
    if (name === "pre" || name === "textarea") this.#kept -= 1;
    if (name === "blockquote") this.#closeQuote();
    if (blocks.has(name)) this.writer.block();
    else if (lines.has(name)) this.writer.newLine();
  }

  /** Mailers quote with it; pages, and some mailers, indent with it. */
  #openQuote({ type = "", class: classes = "" }: Attributes): void {
    const quoting = /^cite$/i.test(type) || /quote/i.test(classes);
    const quotes = quoting && this.writer.prefix.length < 2 * readingLimits.quotes;
    this.#quotes.push(quotes);
    if (quotes) this.writer.prefix += "> ";
  }

  #closeQuote(): void {
    this.writer.newLine();
    if (this.#quotes.pop() === true) this.writer.prefix = this.writer.prefix.slice(2);
  }

  /** An address that the link leads to, and its text does not show, stands behind it. */
  #endLink(): void {
    const { address, text } = this.#links.pop() ?? { address: "", text: "" };
    if (address !== "" && !text.toLowerCase().includes(address.toLowerCase())) this.writer.text(` <${address}>`);
  }
}

function isHidden(name: string, { hidden, style }: Attributes): boolean {
  return skipped.has(name) || hidden !== undefined || (style !== undefined && hiding.test(style));
}

/** Of a link to a mailbox, or to one that a web server has hidden from robots. */
function addressOf({ href, "data-cfemail": hidden }: Attributes): string {
  const protectedBy = hidden ?? /\/cdn-cgi\/l\/email-protection#([0-9a-f]{4,400})$/i.exec(href ?? "")?.[1];
  if (protectedBy !== undefined) return revealed(protectedBy);
  const address = /^\s*mailto:([^?]{3,320})/i.exec(href ?? "")?.[1] ?? "";
  return decoded(address).replace(/[\s<>]/g, "");
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

/** Cloudflare's way: the first byte is what the others are combined with. */
function revealed(hex: string): string {
  const [key = 0, ...bytes] = Buffer.from(hex, "hex");
  return Buffer.from(bytes.map((byte) => byte ^ key)).toString();
}
