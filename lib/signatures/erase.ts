import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readToken } from "@/lib/privacy/links";
import { stopSignature } from "./withdraw";

/**
 * Erases a signer on their own word.
 * @throws Refusal link-unknown
 */
export async function eraseSignature(token: string): Promise<void> {
  const id = readToken("mine", token);
  if (!id) throw new Refusal("link-unknown");
  await db().$transaction(async (tx) => {
    await forgetSigner(tx, id);
  });
}

/**
 * Erases what was typed, every mail's and letter's bytes, and the key by which the address would be known again. What stays
 * are counts; a letter that has left cannot be called back.
 * @returns whether there was anything left to erase
 */
export async function forgetSigner(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  if (!(await stopSignature(tx, id, "erased"))) return false;
  await tx.signature.update({
    where: { id },
    data: { emailKey: null, domainKey: null, newsConsentAt: null, publicNameConsentAt: null },
  });
  const nothing = { sealed: null, emailKey: null, domainKey: null, limitKey: null, mailLane: "" };
  await tx.submission.updateMany({ where: { signatureId: id }, data: nothing });
  await tx.letter.updateMany({ where: { signatureId: id, lease: null }, data: { sealedBytes: null } });
  await tx.mail.updateMany({ where: { signatureId: id, lease: null }, data: { sealedBytes: null } });
  await tx.mail.updateMany({ where: { signatureId: id }, data: { sealedNote: null } });
  return true;
}
