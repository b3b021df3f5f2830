import { fingerprint } from "@/lib/fingerprint";
import { getTypst } from "@/lib/letters/pdf";
import { log } from "@/lib/log";

/** What a template is given, as JSON: whatever a member typed is text and never markup. */
export type Drawing = { template: string; input: object };

/** In bytes: some hundred pictures, or some dozen posters. */
const most = 16 * 1024 * 1024;
const remembered = 10;
/** What cannot be drawn is kept as that, at about what its place in memory takes. */
const weightOfNone = 1024;
// Of this standard (ISO 19005-2, level U) an export fails unless every sign has its glyph: nothing is drawn with boxes in it.
const standard = "a-2u";

const kept = new Map<string, Buffer | null>();
let weight = 0;

/** The mark of what is drawn: another one as soon as a word of it is. */
export function markOf(drawing: Drawing): string {
  return fingerprint(drawing).slice(0, 12);
}

/**
 * What is drawn, from memory if that was tried before. It is kept nowhere else, so that what may no longer be shown is gone with the
 * text that said it. Never many at a time: the front door has a line for what is drawn.
 * @returns null when no font here has all its signs
 */
export async function drawOnce(drawing: Drawing, finish: (pages: Pages) => Promise<Buffer>): Promise<Buffer | null> {
  const mark = fingerprint(drawing);
  const known = kept.get(mark);
  if (known !== undefined) return known;
  const pages = setPages(await getTypst(), drawing);
  const drawn = pages && (await finish(pages));
  keep(mark, drawn);
  return drawn;
}

/** What was set: as the PDF it is, or as a picture of its only page. */
export type Pages = { pdf: Buffer; svg: () => string };

type Typst = Awaited<ReturnType<typeof getTypst>>;

function setPages(compiler: Typst, { template, input }: Drawing): Pages | null {
  const source = { mainFileContent: template, inputs: { input: JSON.stringify(input) } };
  try {
    // The same words give the same bytes.
    const pdf = compiler.pdf(source, { pdfStandard: standard, creationTimestamp: 0 });
    return { pdf, svg: () => compiler.plainSvg(source) };
  } catch (err) {
    log.warn({ err }, "an appeal cannot be drawn");
    return null;
  } finally {
    compiler.evictCache(remembered);
  }
}

function keep(mark: string, drawn: Buffer | null): void {
  // Two who asked at once have both drawn it.
  if (kept.has(mark)) return;
  kept.set(mark, drawn);
  weight += weightOf(drawn);
  for (const [oldest, old] of kept) {
    if (weight <= most || oldest === mark) return;
    kept.delete(oldest);
    weight -= weightOf(old);
  }
}

function weightOf(drawn: Buffer | null): number {
  return drawn?.length ?? weightOfNone;
}
