import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { CompileDocArgs, NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { pageOf, type PaperLetter } from "./pdf-page";
import { pdfPostTemplate } from "./pdf-post-template";
import { pdfTemplate } from "./pdf-template";

/** A letter that no font here can show whole. The message names no person and quotes nothing. */
export class UndrawableLetter extends Error {}

const fonts = [
  "noto-serif/400Regular",
  "noto-serif/600SemiBold",
  "noto-naskh-arabic/400Regular",
  "noto-naskh-arabic/600SemiBold",
  "noto-serif-sc/400Regular",
  "noto-serif-kr/400Regular",
];
/** In points: the usual size, and the one that is tried when a letter would need a second page. */
const [usual, small] = [11, 10];
// Of this standard (ISO 19005-2, level U) an export fails unless every sign has its glyph: no letter leaves with boxes in it.
const standard = "a-2u";
/** How many letters long Typst remembers what it set: it spares setting again what all letters share. */
const remembered = 10;

let typst: Promise<NodeCompiler> | undefined;

/**
 * Sets a letter, to fax on A4 or for an envelope: on one page if it fits, at a smaller size if need be; else on as many as it takes, each numbered. The
 * same letter gives the same bytes. Typst and its fonts are loaded with the first letter, for most workers never need them.
 * @throws UndrawableLetter
 */
export async function makePdf(letter: PaperLetter): Promise<Buffer> {
  const compiler = await getTypst();
  // Pages are set one after the other, without a break: heartbeats and mail sessions get a turn between two of them.
  await setImmediate();
  const creationTimestamp = Math.floor(letter.date.getTime() / 1000);
  try {
    for (const draft of drafts(letter)) {
      const page = fittingPage(compiler, draft);
      const pdf = exportPdf(() => compiler.pdf(page, { pdfStandard: standard, creationTimestamp }));
      if (pdf) return pdf;
    }
  } finally {
    compiler.evictCache(remembered);
  }
  throw new UndrawableLetter("signs that no font here has");
}

/** The one Typst of this process, with its fonts. What it sets and for whom is for its callers to limit. */
export async function getTypst(): Promise<NodeCompiler> {
  typst ??= loadTypst();
  return typst.catch((error: unknown) => {
    typst = undefined;
    throw error;
  });
}

async function loadTypst(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  return Compiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
}

/** Where the fonts lie; Typst reads one when it needs a sign of it. */
export function fontFolders(): string[] {
  const require = createRequire(join(process.cwd(), "package.json"));
  const home = dirname(dirname(require.resolve("@expo-google-fonts/noto-serif/package.json")));
  return fonts.map((folder) => join(/* turbopackIgnore: true */ home, folder));
}

const pictograph =
  /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

/** The letter as it is; and, should no font here have an emoji in it, without those. */
function drafts(letter: PaperLetter): PaperLetter[] {
  const text = letter.text.replace(pictograph, "");
  const ownWords = (letter.ownWords ?? "").replace(pictograph, "");
  const from = letter.from.replace(pictograph, "").trim() || letter.from;
  return text === letter.text && from === letter.from ? [letter] : [letter, { ...letter, text, ownWords, from }];
}

/** Its complaints quote the letter, so nothing of them is kept. @returns null when a sign has no glyph */
function exportPdf(write: () => Buffer): Buffer | null {
  try {
    return write();
  } catch {
    return null;
  }
}

/**
 * The page at the size it fits at. Typst is asked how many pages there are, and later to export them, by the page's source: what it
 * set in between it remembers. A document handed over to Node would weigh 0.7 MB that V8 does not see and so does not collect.
 */
function fittingPage(compiler: NodeCompiler, letter: PaperLetter): CompileDocArgs {
  const page = pageOf(letter);
  const asUsual = sourceOf({ ...page, size: usual });
  const smaller = sourceOf({ ...page, size: small });
  const fits = (source: CompileDocArgs) => countPages(compiler, source) === 1;
  return !fits(asUsual) && fits(smaller) ? smaller : asUsual;
}

function sourceOf(page: object): CompileDocArgs {
  return { mainFileContent: "paper" in page ? pdfPostTemplate : pdfTemplate, inputs: { letter: JSON.stringify(page) } };
}

/** Its complaints quote the letter here too. */
function countPages(compiler: NodeCompiler, source: CompileDocArgs): number {
  try {
    const [pages] = compiler.query(source, { selector: "<pages>", field: "value" }) as number[];
    return pages ?? 0;
  } catch {
    throw new Error("Typst cannot set this page");
  }
}
