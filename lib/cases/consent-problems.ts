import type { Prisma } from "@/lib/generated/prisma/client";

export type ConsentProblem = {
  code: "name-consent-missing" | "picture-consent-missing" | "press-consent-missing";
  person: string;
};

export async function listConsentProblems(
  _tx: Prisma.TransactionClient,
  _campaignId: string,
  _revisionId: string,
): Promise<ConsentProblem[]> {
  return [];
}
