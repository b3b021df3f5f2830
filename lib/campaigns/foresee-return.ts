import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type KeptVersions, returningVersions } from "@/lib/letters/returning-versions";
import { type NotBack, whatBecame } from "@/lib/recipients/became";
import { type KeptList, returningList } from "@/lib/recipients/returning-list";
import { type KeptRules, returningRules } from "@/lib/routing/returning-rules";
import { asRule, namedBy, ruleShape } from "@/lib/routing/rule-shape";
import { tellRule } from "@/lib/routing/tell-rule";

type Change = { id: string; part: string; before: Prisma.JsonValue };
type Campaign = { id: string; organisationId: string; defaultLanguage: string };

/** What would not come back as it was with an earlier state, and whether that state can come back at all. */
type Foreseen = { notBack: NotBack[]; possible: boolean };

/** Foresees for changes of recipients, rules and versions of the letter what bringing back would leave out now, by the id of the change. */
export async function foreseeReturns(campaign: Campaign, changes: Change[]): Promise<Map<string, Foreseen>> {
  const lists = changes.flatMap(({ id, part, before }) =>
    part === "recipients" && before ? [{ id, rows: (before as Partial<KeptList>).rows }] : [],
  );
  const rules = changes.flatMap(({ id, part, before }) =>
    part === "rules" && before ? [{ id, kept: before as KeptRules }] : [],
  );
  const versions = changes.flatMap(({ id, part, before }) =>
    part === "versions" && before ? [{ id, rows: (before as KeptVersions).rows }] : [],
  );
  if (lists.length + rules.length + versions.length === 0) return new Map();
  const named = [
    ...lists.flatMap(({ rows = [] }) => rows.map((row) => row.id)),
    ...rules.flatMap(({ kept }) => kept.rules.flatMap(namedBy)),
    ...versions.flatMap(({ rows }) => rows.flatMap(({ recipients }) => recipients.map(({ id }) => id))),
  ];
  const became = await whatBecame(db(), campaign, [...new Set(named)], campaign.defaultLanguage);
  const now = await db().campaign.findUniqueOrThrow({
    where: { id: campaign.id },
    select: { rules: ruleShape, recipients: { select: { recipientId: true } } },
  });
  const present = new Set(now.recipients.map(({ recipientId }) => recipientId));
  const standing = now.rules.map(asRule);
  return new Map<string, Foreseen>([
    ...lists.map(({ id, rows }): [string, Foreseen] => {
      if (!rows) return [id, { notBack: [], possible: false }];
      const { list, notBack } = returningList(rows, became, present);
      return [id, { notBack, possible: list.length > 0 || rows.length === 0 }];
    }),
    ...versions.map(({ id, rows }): [string, Foreseen] => {
      const { versions: back, notBack } = returningVersions(rows, became);
      return [id, { notBack, possible: back.length > 0 || rows.length === 0 }];
    }),
    ...rules.map(({ id, kept }): [string, Foreseen] => {
      const { rules: back, notBack } = returningRules(kept, became, standing, tellRule);
      return [id, { notBack, possible: back.length > 0 || kept.rules.length === 0 }];
    }),
  ]);
}
