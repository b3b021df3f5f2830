import type { ReadDocument } from "@/lib/importing/lines";
import { readApart } from "@/lib/importing/read-apart";
import { draftFields } from "./draft-fields";
import type { ReceivedContent, RepairKey } from "./schema";

type How = { encoding?: string; name: string; undone?: RepairKey[] };

/** An appeal that was read, with the fields of its draft as nobody has changed them. */
export type Reading = { document: ReadDocument; content: ReceivedContent };

/**
 * Reads an appeal apart from the thread that answers the web.
 * @throws Refusal as `readDocument` does, and when it takes too long
 */
export async function readReceived(bytes: Uint8Array, { encoding, name, undone = [] }: How): Promise<Reading> {
  const { document, lines, draft } = await readApart(bytes, { name, undone, ...(encoding && { encoding }) });
  const { fields, traces } = draftFields(draft);
  const { text, others } = document;
  const content = { text, lines, name, others, draft, undone, read: fields, fields, traces, shape: 1, touched: "" };
  return { document, content };
}
