import { getAppealOf, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { requireOpen } from "@/lib/campaigns/require-open";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Holder } from "@/lib/generated/prisma/client";
import type { Channel, DeliveryState, Disclosure, SignatureState } from "@/lib/generated/prisma/enums";
import type { ComposedLetter } from "@/lib/letters/compose";
import { writeLetter } from "@/lib/letters/write";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { makeToken, readToken } from "@/lib/privacy/links";
import { unsealText } from "@/lib/privacy/sealing";
import { listRouted, listWrittenTo } from "./list-routed";
import { judgeOwnLetters, type NotToSend } from "./not-to-send";
import { openSubmission } from "./open";
import { placeOf } from "./place-of";
import { signerSchema, type Signer } from "./schema";

/** A letter as its writer sees it on their own page. */
export type OwnLetter = {
  id: string;
  recipient: AppealRecipient;
  channel: Channel;
  /** Where it goes: the address it was written to, or null while its recipient has none that works. */
  address: string | null;
  state: DeliveryState;
  stateAt: Date;
  /** Whether a member reads it before it leaves. */
  toRead: boolean;
  /** Whether its recipient is not to be contacted: then nobody is asked to send it. */
  unwanted: boolean;
  /** Why its writer, with whom it lies, is not to send it as it is. */
  notToSend: NotToSend | null;
  doubledAt: Date | null;
  /** Whether its writer sends it themselves, or has done so. */
  theirs: boolean;
  language: string;
  letter: ComposedLetter;
};

export type OwnSignature = {
  appeal: Appeal;
  state: SignatureState;
  confirmedAt: Date | null;
  signer: Signer;
  /** By whom they came, or "". */
  partner: string;
  /** The one they read. */
  language: string;
  letters: OwnLetter[];
  /** Whether a member has asked them about their words, which they may write anew. */
  asked: boolean;
  /** What a member wrote to them, where mails say nothing; else empty. */
  note: string;
};

/** What stands behind a mailed link: a submission that waits for its confirmation, or a signature that is past it. */
export type Confirmation =
  | {
      state: "pending";
      appeal: Appeal;
      signer: Signer;
      /** Whom they write to, and how each of these letters travels. */
      recipients: (AppealRecipient & { channel: Channel | null })[];
      /** The first of their letters, in the language it leaves in; null where there is none. */
      first: { language: string; letter: ComposedLetter } | null;
    }
  | { state: Exclude<SignatureState, "pending" | "erased">; disclosure: Disclosure; mine: string };

/**
 * What a confirmation link stands for. `mine` is the token of the signer's page; the disclosure is that of the
 * submission that was confirmed, which may be another one.
 * @throws Refusal link-unknown, draft-expired, campaign-paused, campaign-closed
 */
export async function getConfirmation(token: string): Promise<Confirmation> {
  const id = readToken("confirm", token);
  const submission = id && (await db().submission.findUnique({ where: { id }, include: { signature: true } }));
  if (!submission || !submission.signature) throw new Refusal("link-unknown");
  const { state, disclosure, id: signatureId } = submission.signature;
  if (state === "erased" || !submission.sealed) throw new Refusal("draft-expired");
  if (state !== "pending") return { state, disclosure, mine: makeToken("mine", signatureId) };
  if (submission.expiresAt <= new Date()) throw new Refusal("draft-expired");
  const appeal = await getAppealOf(submission);
  requireOpen(appeal);
  const routed = await listRouted(appeal, submission);
  const signer = signerSchema.parse(await openSubmission(submission));
  const writer = { ...signer, bodyLanguage: submission.letterLanguage };
  const [first = null] = routed.slice(0, 1).map(({ recipient, language }) => ({
    language,
    letter: writeLetter(appeal, recipient, writer, { language, submissionId: id }),
  }));
  const recipients = routed.map(({ recipient, route }) => {
    return { ...recipient, channel: placeOf(recipient, route, signer.disclosure).channel };
  });
  return { state, appeal, signer, recipients, first };
}

/**
 * A signer's own page: what was signed, and how far each letter got.
 * @throws Refusal link-unknown, also after erasure
 */
export async function getOwnSignature(token: string): Promise<OwnSignature> {
  const id = readToken("mine", token);
  const signature = id && (await db().signature.findUnique({ where: { id }, include: { letters: letterShape } }));
  if (!signature || !signature.submissionId) throw new Refusal("link-unknown");
  const submission = await db().submission.findUniqueOrThrow({ where: { id: signature.submissionId } });
  if (!submission.sealed) throw new Refusal("link-unknown");
  const appeal = await getAppealOf(submission);
  const signers = await openAll([submission.id, ...signature.letters.map(({ submissionId }) => submissionId)]);
  const signer = signers.get(submission.id) ?? signerSchema.parse(await openSubmission(submission));
  const writer = { ...signer, bodyLanguage: submission.letterLanguage };
  const holders = await holdersOf(signature.letters);
  const judge = await judgeOwnLetters(appeal);
  const letters = (
    await listWrittenTo(
      appeal,
      signature.letters.map(({ recipientId }) => recipientId),
    )
  ).flatMap((present) => {
    const row = signature.letters.find(({ recipientId }) => recipientId === present.id);
    if (!row) return [];
    const { language, address, holderId, holdReason, submissionId, ...rest } = row;
    const recipient = { ...present, holders: holders.filter(({ id: one }) => one === holderId) };
    const letter = writeLetter(appeal, recipient, signers.get(submissionId) ?? writer, { language, submissionId });
    const theirs = row.state === "with_signer" || row.state === "self_reported";
    return [
      {
        ...rest,
        recipient,
        language,
        toRead: row.state === "held" && holdReason === "words",
        unwanted: present.doNotContactAt !== null,
        address: address?.value ?? null,
        theirs,
        notToSend: theirs ? judge(letter) : null,
        letter,
      },
    ];
  });
  const { state, confirmedAt, wordsAskedAt, partner } = signature;
  const open = state === "confirmed" && !appeal.stoppedAt && appeal.state !== "archived";
  const asked = open && wordsAskedAt !== null && letters.some(({ toRead }) => toRead);
  const note = appeal.sensitive ? await findNote(id, appeal.id) : "";
  return { appeal, state, confirmedAt, signer, language: submission.language, partner, letters, asked, note };
}

/** What a member wrote last to a signer. */
async function findNote(signatureId: string, campaignId: string): Promise<string> {
  const where = { signatureId, sealedNote: { not: null } };
  const mail = await db().mail.findFirst({ where, orderBy: { id: "desc" }, select: { id: true, sealedNote: true } });
  if (!mail?.sealedNote) return "";
  return unsealText((await getCampaignKeys(campaignId)).data, mail.sealedNote, `mail-note:${mail.id}`);
}

/** What was typed for some letters: one that has left keeps the words it left with. */
async function openAll(ids: string[]): Promise<Map<string, Signer & { bodyLanguage: string }>> {
  const rows = await db().submission.findMany({ where: { id: { in: ids }, sealed: { not: null } } });
  const opened = rows.map(async (row) => {
    const signer = signerSchema.parse(await openSubmission(row));
    return [row.id, { ...signer, bodyLanguage: row.letterLanguage }] as const;
  });
  return new Map(await Promise.all(opened));
}

/** The holders letters were signed to; who holds the office now may be somebody else. */
async function holdersOf(letters: { holderId: string | null }[]): Promise<Holder[]> {
  return db().holder.findMany({ where: { id: { in: letters.flatMap(({ holderId }) => holderId ?? []) } } });
}

const letterShape = {
  select: {
    id: true,
    submissionId: true,
    recipientId: true,
    holderId: true,
    channel: true,
    state: true,
    stateAt: true,
    doubledAt: true,
    holdReason: true,
    language: true,
    address: { select: { value: true } },
  },
} as const;
