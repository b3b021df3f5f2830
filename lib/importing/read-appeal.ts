import type { ReadDocument } from "./lines";
import { readDocument } from "./read-document";
import { readOwnFormat } from "./recognise/own-format";
import type { Draft } from "./schema";
import { toLines } from "./to-lines";
import { understand } from "./understand";

/**
 * The draft of a campaign from the bytes of an appeal, with the document it was read from.
 * @throws Refusal as `readDocument` does
 */
export async function readAppeal(
  bytes: Uint8Array,
  options: { encoding?: string; name?: string } = {},
): Promise<{ document: ReadDocument; draft: Draft }> {
  const document = await readDocument(bytes, options);
  const draft = readOwnFormat(document.text) ?? understand(toLines(document.text), document.headers);
  return { document, draft };
}
