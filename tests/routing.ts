import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { Campaign, Embassy } from "@/lib/generated/prisma/client";
import type { RuleKind } from "@/lib/generated/prisma/enums";
import { makeRecipient, type TestRecipient } from "./factories";

type RuleOptions = {
  countries?: string[];
  represents?: string;
  fallback?: string;
  most?: number;
  recipients?: string[];
};

/** One more rule of a campaign, as the last. @returns its id */
export async function makeRule(
  { id: campaignId, organisationId }: Pick<Campaign, "id" | "organisationId">,
  kind: RuleKind,
  { fallback, recipients = [], ...rest }: RuleOptions = {},
): Promise<string> {
  const id = uuidv7();
  const position = await db().routingRule.count({ where: { campaignId } });
  await db().routingRule.create({
    data: { id, organisationId, campaignId, kind, position, fallbackId: fallback, ...rest },
  });
  await db().routingRuleRecipient.createMany({
    data: recipients.map((recipientId, at) => ({ ruleId: id, recipientId, organisationId, position: at })),
  });
  return id;
}

/** A recipient of the campaign's organisation that is not attached to the campaign. */
export async function makeUnattached(
  campaign: Pick<Campaign, "id" | "organisationId">,
  address: string,
  country = "CN",
): Promise<TestRecipient> {
  const recipient = await makeRecipient(campaign, { channel: "email", address });
  await db().campaignRecipient.deleteMany({ where: { recipientId: recipient.id } });
  await db().recipient.update({ where: { id: recipient.id }, data: { country } });
  return recipient;
}

type EmbassyOptions = Pick<Embassy, "represents" | "host"> & { coversAlso?: string[]; sample?: boolean };

/** An embassy of the campaign's organisation, with a recipient of its own. */
export async function makeEmbassy(
  campaign: Pick<Campaign, "id" | "organisationId">,
  { sample = false, ...embassy }: EmbassyOptions,
): Promise<TestRecipient & { embassyId: string }> {
  const recipient = await makeUnattached(campaign, `embassy-${embassy.host.toLowerCase()}@mfa.example.org`);
  await db().recipient.update({ where: { id: recipient.id }, data: { sample } });
  const embassyId = uuidv7();
  const { organisationId } = campaign;
  await db().embassy.create({ data: { id: embassyId, organisationId, recipientId: recipient.id, ...embassy } });
  return { ...recipient, embassyId };
}
