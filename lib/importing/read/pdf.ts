import { Refusal } from "@/lib/errors";
import { readingLimits } from "@/lib/importing/limits";
import { linesOfPage, type PlacedText } from "./pdf-lines";

/** The text of a PDF, line by line as it is seen. @throws Refusal `document-unreadable`, `document-no-text` */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  const pages = await pagesOf(bytes);
  const text = pages.map((items) => linesOfPage(items).join("\n")).join("\n");
  if (!/\p{L}/u.test(text)) throw new Refusal("document-no-text");
  return text;
}

/** Loaded when the first PDF comes: two megabytes of program. */
async function pagesOf(bytes: Uint8Array): Promise<PlacedText[][]> {
  const { extractTextItems, getDocumentProxy } = await import("unpdf");
  try {
    // A copy: the reader takes the bytes for itself.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (document.numPages > readingLimits.pages) throw new Refusal("document-too-long");
    return (await extractTextItems(document)).items;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("document-unreadable", error instanceof Error ? error.message : undefined);
  }
}
