import type { Line, ReadDocument } from "./lines";
import { readDocument } from "./read-document";
import { readOwnFormat } from "./recognise/own-format";
import type { RepairKey } from "./repair/notes";
import type { Draft } from "./schema";
import { toLines } from "./to-lines";
import { understand } from "./understand";

/** How an appeal is read. `encoding`: as a member says it is; `undone`: repairs that a member took back. */
export type ReadingOptions = { encoding?: string; name?: string; undone?: readonly RepairKey[] };

/**
 * The draft of a campaign from the bytes of an appeal, with the document and the repaired lines it was read from.
 * @throws Refusal as `readDocument` does
 */
export async function readAppeal(
  bytes: Uint8Array,
  { undone = [], ...options }: ReadingOptions = {},
): Promise<{ document: ReadDocument; lines: Line[]; draft: Draft }> {
  const document = await readDocument(bytes, options);
  const model = toLines(document.text, undone);
  const draft = readOwnFormat(document.text) ?? understand(model, document.headers);
  return { document, lines: model.lines, draft };
}
