import { inLanguage } from "@/lib/campaigns/queries";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Candidate, Routing } from "./decide";
import { asRule, ruleShape } from "./rule-shape";

type Tx = Prisma.TransactionClient;

/** An office by name, as rules speak of it. */
export type NamedRecipient = Candidate & { short: string; language: string };

/** Everything a campaign's decisions for every country are made from, with names. */
export type LoadedRouting = Omit<Routing, "recipients"> & { recipients: NamedRecipient[]; defaultLanguage: string };

const recipientShape = {
  id: true,
  country: true,
  language: true,
  sample: true,
  texts: { select: { language: true, short: true } },
} satisfies Prisma.RecipientSelect;

type Row = Prisma.RecipientGetPayload<{ select: typeof recipientShape }>;

/** Reads them: attached recipients in their order, then those that only rules or embassies lead to. */
export async function loadRouting(tx: Tx, campaignId: string): Promise<LoadedRouting> {
  const campaign = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: {
      organisationId: true,
      nature: true,
      defaultLanguage: true,
      rules: ruleShape,
      recipients: {
        where: { recipient: { doNotContactAt: null } },
        orderBy: [{ position: "asc" }, { recipientId: "asc" }],
        select: { role: true, recipient: { select: recipientShape } },
      },
    },
  });
  const { organisationId, defaultLanguage } = campaign;
  const rules = campaign.rules.map(asRule);
  const embassies = await tx.embassy.findMany({
    where: {
      organisationId,
      represents: { in: rules.flatMap(({ represents }) => represents ?? []) },
      recipient: { doNotContactAt: null },
    },
    orderBy: { host: "asc" },
    select: { represents: true, host: true, coversAlso: true, recipientId: true },
  });
  const attached = campaign.recipients.map(({ role, recipient }) => nameOf(recipient, role, defaultLanguage));
  const named = [
    ...embassies.map(({ recipientId }) => recipientId),
    ...rules.filter(({ kind }) => kind === "own_government" || kind === "exclude").flatMap((rule) => rule.recipients),
  ];
  const further = named.filter((id) => !attached.some((one) => one.id === id));
  const others = await tx.recipient.findMany({
    where: { organisationId, doNotContactAt: null, id: { in: further } },
    orderBy: { id: "asc" },
    select: recipientShape,
  });
  return {
    rules,
    defaultLanguage,
    real: campaign.nature === "real",
    recipients: [...attached, ...others.map((one) => nameOf(one, null, defaultLanguage))],
    embassies: embassies.map(({ recipientId, ...embassy }) => ({ ...embassy, recipient: recipientId })),
  };
}

function nameOf({ texts, ...row }: Row, role: Candidate["role"], language: string): NamedRecipient {
  const short = texts.length > 0 ? inLanguage(texts, language, "en").short : row.id;
  return { ...row, role, short };
}
