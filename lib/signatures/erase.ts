import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { readToken } from "@/lib/privacy/links";
import { stopSignature } from "./withdraw";

/**
 * Erases a signer: what was typed, every mail's and letter's bytes, and the key by which the address would be known
 * again. What stays are counts; a letter that has left cannot be called back.
 * @throws Refusal link-unknown
 */
export async function eraseSignature(token: string): Promise<void> {
  const id = readToken("mine", token);
  if (!id) throw new Refusal("link-unknown");
  await db().$transaction(async (tx) => {
    await stopSignature(tx, id, "erased");
    await tx.signature.update({
      where: { id },
      data: { state: "erased", emailKey: null, domainKey: null, newsConsentAt: null, publicNameConsentAt: null },
    });
    const nothing = { sealed: null, emailKey: null, domainKey: null, limitKey: null, mailLane: "" };
    await tx.submission.updateMany({ where: { signatureId: id }, data: nothing });
    await tx.letter.updateMany({ where: { signatureId: id, lease: null }, data: { sealedBytes: null } });
    await tx.mail.updateMany({ where: { signatureId: id, lease: null }, data: { sealedBytes: null } });
  });
}
