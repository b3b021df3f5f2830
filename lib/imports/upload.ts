import { decode } from "@/lib/encodings/decode";
import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { fieldError } from "@/lib/forms";
import { detectReading, detectSeparator } from "./detect";
import { sealImportFile } from "./file-seal";
import { guessHeader, guessSettings, measure } from "./sample";
import { importLimits, type Reading } from "./schema";

const looked = 64 * 1024;

/**
 * Takes a file of recipients and finds out how it is to be read. Nothing is imported yet; an earlier file of this member that
 * was not imported goes.
 * @returns the id of the import
 * @throws Refusal("no-access"); ZodError for a file that is empty, too large or no text
 */
export async function uploadImport(
  actor: Actor,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<string> {
  await requireAccess(actor, "recipients.manage");
  const reading = await readingOf(bytes);
  const { total, fault } = await measure(bytes, reading);
  if (fault === "too-many-rows" || fault === "no-rows") throw fieldError("list", fault);
  const { organisationId, accountId } = actor;
  const [id, columns] = [uuidv7(), await guessSettings(bytes, reading)];
  const file = { fileName: shownName(name), sealedFile: sealImportFile(id, bytes), total, fault };
  await db().$transaction(async (tx) => {
    await tx.recipientImport.deleteMany({ where: { organisationId, accountId, state: "draft" } });
    await tx.recipientImport.create({
      data: { id, organisationId, accountId, ...file, settings: { reading, columns } },
    });
    await recordEvent(actor, { action: "import.uploaded", subjectType: "import", subjectId: id }, tx);
  });
  return id;
}

async function readingOf(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length > importLimits.bytes) throw fieldError("list", "too-large");
  if (bytes.every((byte) => byte <= 0x20)) throw fieldError("list", "empty");
  const found = detectReading(bytes);
  if ("fault" in found) throw fieldError("list", found.fault);
  const { encoding } = found;
  const separator = detectSeparator(decode(bytes.subarray(0, looked), encoding));
  const reading = { encoding, separator, header: true };
  return { ...reading, header: await guessHeader(bytes, reading) };
}

function shownName(name: string): string {
  return (
    name
      .normalize("NFC")
      .replace(/[\p{C}\u2028\u2029]/gu, "")
      .slice(0, importLimits.fileName) || "CSV"
  );
}
