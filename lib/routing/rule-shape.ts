import type { Prisma } from "@/lib/generated/prisma/client";
import { fingerprint } from "@/lib/fingerprint";
import type { Rule } from "./decide";

/** What is read of a campaign's rules, in their order. */
export const ruleShape = {
  where: { removedAt: null },
  orderBy: [{ position: "asc" }, { id: "asc" }],
  select: {
    id: true,
    kind: true,
    countries: true,
    represents: true,
    fallbackId: true,
    most: true,
    recipients: { orderBy: { position: "asc" }, select: { recipientId: true } },
  },
} satisfies Prisma.Campaign$rulesArgs;

type Row = Prisma.RoutingRuleGetPayload<{ select: typeof ruleShape.select }>;

export function asRule({ fallbackId, recipients, ...rest }: Row): Rule {
  return { ...rest, fallback: fallbackId, recipients: recipients.map(({ recipientId }) => recipientId) };
}

/** The mark of a rule as it is stored, wherever it stands among the others. */
export function ruleMark({ kind, countries, represents, fallback, most, recipients }: Rule): string {
  return fingerprint([kind, countries, represents, fallback, most, recipients]);
}

/** Everybody a rule names. */
export function namedBy({ recipients, fallback }: Rule): string[] {
  return [...recipients, ...(fallback ? [fallback] : [])];
}
