import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { NodeCompiler, NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { createTranslator } from "use-intl/core";
import { formatMoment } from "@/lib/format";
import { direction, isLocale } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import { formatFax } from "@/lib/recipients/address";
import { pdfTemplate } from "./pdf-template";

/** A letter as it goes on paper. */
export type PaperLetter = {
  /** A language tag (RFC 5646). */
  language: string;
  office: string;
  holder: string;
  /** E.164 */
  number: string;
  /** The writer's name as they disclose it. */
  from: string;
  organisation: string;
  date: Date;
  subject: string;
  /** Paragraphs separated by an empty line. */
  text: string;
};

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
const lettersBetweenSweeps = 20;

type Typst = { compiler: NodeCompiler; letters: number };
let typst: Promise<Typst> | undefined;

/**
 * Sets a letter on A4: on one page if it fits, at a smaller size if need be; else on as many as it takes, each numbered. The
 * same letter gives the same bytes. Typst and its fonts are loaded with the first letter, for most workers never need them.
 * @throws UndrawableLetter
 */
export async function makePdf(letter: PaperLetter): Promise<Buffer> {
  typst ??= loadTypst();
  const loaded = await typst;
  const creationTimestamp = Math.floor(letter.date.getTime() / 1000);
  for (const draft of drafts(letter)) {
    const document = setPages(loaded.compiler, draft);
    const pdf = exportPdf(() => loaded.compiler.pdf(document, { pdfStandard: standard, creationTimestamp }));
    loaded.letters += 1;
    // What Typst remembers of earlier letters would grow without end.
    if (loaded.letters % lettersBetweenSweeps === 0) loaded.compiler.evictCache(1);
    if (pdf) return pdf;
  }
  throw new UndrawableLetter("signs that no font here has");
}

async function loadTypst(): Promise<Typst> {
  const { NodeCompiler: Compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const require = createRequire(join(process.cwd(), "package.json"));
  const home = dirname(dirname(require.resolve("@expo-google-fonts/noto-serif/package.json")));
  const fontPaths = fonts.map((folder) => join(home, folder));
  return { compiler: Compiler.create({ fontArgs: [{ fontPaths }] }), letters: 0 };
}

const pictograph =
  /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

/** The letter as it is; and, should no font here have an emoji in it, without those. */
function drafts(letter: PaperLetter): PaperLetter[] {
  const text = letter.text.replace(pictograph, "");
  const from = letter.from.replace(pictograph, "").trim() || letter.from;
  return text === letter.text && from === letter.from ? [letter] : [letter, { ...letter, text, from }];
}

/** Its complaints quote the letter, so nothing of them is kept. @returns null when a sign has no glyph */
function exportPdf(write: () => Buffer): Buffer | null {
  try {
    return write();
  } catch {
    return null;
  }
}

function setPages(compiler: NodeCompiler, letter: PaperLetter): NodeTypstDocument {
  const page = pageOf(letter);
  const document = compile(compiler, { ...page, size: usual });
  if (document.numOfPages === 1) return document;
  const smaller = compile(compiler, { ...page, size: small });
  return smaller.numOfPages === 1 ? smaller : document;
}

function compile(compiler: NodeCompiler, page: object): NodeTypstDocument {
  const inputs = { letter: JSON.stringify(page) };
  const { result } = compiler.compile({ mainFileContent: pdfTemplate, inputs });
  if (!result) throw new Error("Typst cannot set this page");
  return result;
}

/** What the template reads. */
function pageOf({ language, office, holder, number, from, organisation, date, subject, text }: PaperLetter) {
  const locale = isLocale(language) ? language : "en";
  const t = createTranslator({ locale, messages: loadMessages(locale).mails });
  return {
    language: language.split("-")[0],
    rtl: direction(language) === "rtl",
    cjk: /^(?:zh|ko|ja)\b/.exec(language)?.[0] ?? null,
    office: breakable(office),
    holder: breakable(holder),
    number: formatFax(number),
    from: breakable(from),
    date: formatMoment(date, language, "UTC").date,
    subject: breakable(subject),
    paragraphs: breakable(text).split(/\n\s*\n/),
    words: {
      to: t("fax.to"),
      fax: t("fax.number"),
      from: t("fax.from"),
      date: t("fax.date"),
      pages: t("fax.pages"),
      through: t("fax.through", { organisation: breakable(organisation) }),
      page: t("fax.page", { page: "{page}", pages: "{pages}" }),
    },
  };
}

/** What is longer than a line without a place to break it would run off the paper. */
function breakable(text: string): string {
  return text.replace(/[^\s\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]{41,}/gu, (run) =>
    run.replace(/.{30}(?=.)/gsu, "$&\u200b"),
  );
}
