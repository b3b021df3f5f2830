import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { listedShape } from "./listed-shape";
import { openSubmission } from "./open";
import type { Typed } from "./schema";

const shape = {
  ...listedShape,
  campaignId: true,
  submissionId: true,
  confirmedAt: true,
  submissions: { orderBy: { submittedAt: "desc" }, select: { id: true, campaignId: true, sealed: true } },
  letters: {
    orderBy: { id: "asc" },
    select: { id: true, recipientId: true, channel: true, language: true, state: true, stateAt: true, doubledAt: true },
  },
  mails: { orderBy: { id: "asc" }, select: { id: true, kind: true, state: true, stateAt: true } },
} satisfies Prisma.SignatureSelect;

const attemptShape = {
  letterId: true,
  number: true,
  phase: true,
  outcome: true,
  code: true,
  enhancedCode: true,
  response: true,
  at: true,
} satisfies Prisma.AttemptSelect;

type Row = Prisma.SignatureGetPayload<{ select: typeof shape }>;

/** One line of the log of a letter. */
export type LoggedAttempt = Omit<Prisma.AttemptGetPayload<{ select: typeof attemptShape }>, "letterId">;

export type OpenedLetter = Row["letters"][number] & { attempts: LoggedAttempt[] };

/** A signature with its signer. `signer` is null once it was erased or the campaign's key forgotten. */
export type OpenedSignature = Omit<Row, "submissions" | "submissionId" | "letters"> & {
  signer: Typed | null;
  letters: OpenedLetter[];
};

/**
 * One signature with what its signer typed, its letters with the log of each, and the mails to the signer. Recorded before
 * it is shown. While it is pending, the signer is who sent the newest submission: nobody knows yet whether it is theirs.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function openSignature(actor: Actor, campaignId: string, id: string): Promise<OpenedSignature> {
  await requireAccess(actor, "signatures.open");
  const where = { id, campaignId, organisationId: actor.organisationId };
  const found = validate(id) && validate(campaignId);
  const row = found ? await db().signature.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  await recordEvent(actor, { action: "signature.opened", subjectType: "signature", subjectId: id });
  const { submissions, submissionId, letters, ...signature } = row;
  const submission = submissions.find((one) => one.id === submissionId) ?? submissions[0];
  const signer = submission?.sealed ? await orRefusal(openSubmission(submission)) : null;
  const attempts = await listAttempts(letters.map((letter) => letter.id));
  return {
    ...signature,
    signer: signer instanceof Refusal ? null : signer,
    letters: letters.map((letter) => ({ ...letter, attempts: attempts.get(letter.id) ?? [] })),
  };
}

async function listAttempts(letterIds: string[]): Promise<Map<string | null, LoggedAttempt[]>> {
  const where = { letterId: { in: letterIds } };
  const rows = await db().attempt.findMany({ where, orderBy: { id: "asc" }, select: attemptShape });
  return Map.groupBy(rows, ({ letterId }) => letterId);
}
