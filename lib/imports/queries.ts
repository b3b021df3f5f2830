import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RowOutcome } from "@/lib/generated/prisma/enums";
import { problemTeller, type ToldProblem } from "./problem-words";
import type { ImportSettings, RowProblem } from "./schema";

const factsShape = {
  id: true,
  fileName: true,
  state: true,
  settings: true,
  total: true,
  fault: true,
  next: true,
  made: true,
  updated: true,
  skipped: true,
  bad: true,
  removed: true,
  restored: true,
  kept: true,
  createdAt: true,
  endedAt: true,
} satisfies Prisma.RecipientImportSelect;

/** An import and how far it is. */
export type ImportFacts = Omit<Prisma.RecipientImportGetPayload<{ select: typeof factsShape }>, "settings"> & {
  settings: ImportSettings;
};

/** What became of one row, for a list. */
export type ImportRowLine = {
  line: number;
  problems: ToldProblem[];
  reason: string | null;
  recipient: { id: string; short: string } | null;
};

/** So many rows a list shows; all that are bad are in their file. */
export const rowsShown = 100;

/** @throws Refusal("no-access"), Refusal("not-found") */
export async function getImport(actor: Actor, id: string): Promise<ImportFacts> {
  await requireAccess(actor, "recipients.manage");
  const where = { id, organisationId: actor.organisationId };
  const found = validate(id) ? await db().recipientImport.findFirst({ where, select: factsShape }) : null;
  if (!found) throw new Refusal("not-found");
  return { ...found, settings: found.settings as ImportSettings };
}

/**
 * The organisation's imports of the last days, the latest first.
 * @throws Refusal("no-access")
 */
export async function listImports(actor: Actor): Promise<ImportFacts[]> {
  await requireAccess(actor, "recipients.manage");
  const rows = await db().recipientImport.findMany({
    where: { organisationId: actor.organisationId },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: factsShape,
  });
  return rows.map((row) => ({ ...row, settings: row.settings as ImportSettings }));
}

/**
 * The first rows of an import that ended in a certain way.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listImportRows(actor: Actor, id: string, outcome: RowOutcome): Promise<ImportRowLine[]> {
  await getImport(actor, id);
  const rows = await db().recipientImportRow.findMany({
    where: { importId: id, outcome },
    orderBy: { number: "asc" },
    take: rowsShown,
    select: { line: true, problems: true, reason: true, recipientId: true },
  });
  const tell = problemTeller();
  const names = await namesOf(
    actor,
    rows.flatMap(({ recipientId }) => recipientId ?? []),
  );
  return rows.map(({ line, problems, reason, recipientId }) => ({
    line,
    reason,
    problems: ((problems ?? []) as RowProblem[]).map(tell),
    recipient: names.get(recipientId ?? "") ?? null,
  }));
}

async function namesOf({ organisationId }: Actor, ids: string[]): Promise<Map<string, { id: string; short: string }>> {
  const rows = await db().recipient.findMany({
    where: { id: { in: ids }, organisationId, mergedIntoId: null },
    select: { id: true, texts: { orderBy: { language: "asc" } } },
  });
  return new Map(
    rows.map(({ id, texts }) => [id, { id, short: texts.length > 0 ? inLanguage(texts, "en", "en").short : id }]),
  );
}
