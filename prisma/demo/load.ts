import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newWrappedKey, seal, unwrapKey } from "@/lib/privacy/sealing";
import { demoAppeal } from "./appeal";

type Tx = Prisma.TransactionClient;
type Ids = { organisationId: string; campaignId: string };

/** Loads the demo appeal into a database that has no organisation yet; else does nothing. */
export async function loadDemo(): Promise<void> {
  if ((await db().organisation.count()) > 0) return;
  await db().$transaction(
    async (tx) => {
      const organisationId = uuidv7();
      await tx.organisation.create({ data: { id: organisationId, name: demoAppeal.organisation.name } });
      const campaignId = await createCampaign(tx, organisationId);
      await createOriginal(tx, { organisationId, campaignId });
      await createRevision(tx, { organisationId, campaignId });
      for (const [position, recipient] of demoAppeal.recipients.entries()) {
        await createRecipient(tx, { organisationId, campaignId }, recipient, position);
      }
    },
    { timeout: 60_000 },
  );
}

async function createCampaign(tx: Tx, organisationId: string): Promise<string> {
  const { slug, case: story, person } = demoAppeal;
  const [caseId, campaignId, now] = [uuidv7(), uuidv7(), new Date()];
  await tx.case.create({ data: { id: caseId, organisationId, ...story } });
  await tx.personAtRisk.create({ data: { id: uuidv7(), organisationId, caseId, age: "adult", ...person } });
  await tx.campaign.create({
    data: {
      id: campaignId,
      organisationId,
      caseId,
      slug,
      nature: "example",
      refuseMissing: true,
      state: "live",
      distribution: "web",
      distributionPermittedBy: "the makers of this software",
      distributionPermittedAt: now,
      publishedAt: now,
      defaultLanguage: "en",
      sealedKey: newWrappedKey(campaignId),
    },
  });
  return campaignId;
}

async function createOriginal(tx: Tx, { organisationId, campaignId }: Ids): Promise<void> {
  const { originator, originatorPlace, forwarder, forwarderPlace, incidentOn } = demoAppeal.provenance;
  const { sealedKey } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const id = uuidv7();
  await tx.original.create({
    data: {
      id,
      organisationId,
      campaignId,
      sealedBytes: sealedKey && seal(unwrapKey(sealedKey, campaignId), demoAppeal.original, `original:${id}`),
      mediaType: "text/plain",
      encoding: "utf-8",
      originator,
      originatorAt: originatorPlace,
      forwarder,
      forwarderAt: forwarderPlace,
      incidentOn: new Date(incidentOn),
    },
  });
}

async function createRevision(tx: Tx, { organisationId, campaignId }: Ids): Promise<void> {
  const revisionId = uuidv7();
  await tx.revision.create({
    data: { id: revisionId, organisationId, campaignId, number: 1, publishedAt: new Date() },
  });
  for (const [language, { exampleNotice, ...text }] of Object.entries(demoAppeal.texts)) {
    await tx.appealText.create({ data: { revisionId, organisationId, language, notice: exampleNotice, ...text } });
  }
  for (const [language, { requests, ...letter }] of Object.entries(demoAppeal.letters)) {
    const data = { id: uuidv7(), revisionId, organisationId, language, requests: [...requests], ...letter };
    await tx.sampleLetter.create({ data });
  }
}

async function createRecipient(
  tx: Tx,
  { organisationId, campaignId }: Ids,
  { role, holder, country, timeZone, channel, address, texts }: (typeof demoAppeal.recipients)[number],
  position: number,
): Promise<void> {
  const recipientId = uuidv7();
  const of = { organisationId, recipientId };
  const lane = channel === "email" ? (address.split("@")[1] ?? "") : channel;
  // Their letters leave in the language of whoever signs, so that nobody begins with a text they cannot read.
  await tx.recipient.create({ data: { id: recipientId, organisationId, country, language: "", timeZone } });
  await tx.holder.create({ data: { id: uuidv7(), ...of, name: holder, approvedAt: new Date() } });
  await tx.address.create({ data: { id: uuidv7(), ...of, channel, value: address, lane } });
  for (const [language, { organisation: body, ...text }] of Object.entries(texts)) {
    await tx.recipientText.create({ data: { ...of, language, body, ...text } });
  }
  await tx.campaignRecipient.create({ data: { organisationId, campaignId, recipientId, role, position } });
}
