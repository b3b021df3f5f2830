import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { Campaign, Mail, Organisation, PersonAtRisk, Prisma, Revision } from "@/lib/generated/prisma/client";
import type { MailKind } from "@/lib/generated/prisma/enums";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { getDailyPepper } from "@/lib/privacy/daily-pepper";
import { emailKeys } from "@/lib/privacy/email-keys";
import { newWrappedKey, seal } from "@/lib/privacy/sealing";
import { isCarried } from "@/lib/recipients/carried";
import type { Route } from "@/lib/recipients/route";
import type { Typed } from "@/lib/signatures/schema";
import { makePerson } from "./cases";

/** An office with its holder and its one address. */
export type TestRecipient = {
  id: string;
  holderId: string;
  addressId: string;
  address: string;
  lane: string;
  channel: "email" | "fax";
};

/** A signature with what it was made from; `letters` are ids, by channel. */
export type TestSignature = {
  id: string;
  submissionId: string;
  typed: Typed;
  letters: { email?: string; fax?: string };
};

/** An organisation with one live campaign in English and Arabic, addressed to a minister (e-mail) and an ambassador (fax). */
export type World = {
  organisation: Organisation;
  campaign: Campaign;
  revision: Revision;
  /** Named nowhere in the campaign. */
  person: PersonAtRisk;
  minister: TestRecipient;
  ambassador: TestRecipient;
  signatures: TestSignature[];
};

type WorldOptions = {
  /** Confirmed signatures, each with a queued letter to the minister and one to fax (queued where a gateway is set). */
  signers?: number;
  organisation?: Partial<Prisma.OrganisationUncheckedCreateInput>;
  campaign?: Partial<Prisma.CampaignUncheckedCreateInput>;
  ministerAddress?: string;
};

/** A whole world in one line: `const { campaign, signatures } = await makeWorld({ signers: 3 })`. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const organisation = await makeOrganisation(options.organisation);
  const campaign = await makeCampaign(organisation, options.campaign);
  const revision = await makeRevision(campaign);
  const minister = await makeRecipient(campaign, {
    channel: "email",
    address: options.ministerAddress ?? "minister@mfa.example.org",
  });
  const ambassador = await makeRecipient(campaign, { channel: "fax", address: "+441632960123" });
  const person = await makePerson(campaign);
  const world: World = { organisation, campaign, revision, person, minister, ambassador, signatures: [] };
  world.signatures = await makeSignatures(world, options.signers ?? 0);
  return world;
}

/** An NGO that sends from the installation's own address. */
export async function makeOrganisation(
  values: Partial<Prisma.OrganisationUncheckedCreateInput> = {},
): Promise<Organisation> {
  return db().organisation.create({ data: { id: uuidv7(), name: "Asian Rights Desk", ...values } });
}

/** A live campaign on the web, about a case of its own, with a key of its own. */
export async function makeCampaign(
  organisation: Pick<Organisation, "id">,
  values: Partial<Prisma.CampaignUncheckedCreateInput> = {},
): Promise<Campaign> {
  const now = new Date();
  const organisationId = organisation.id;
  const id = uuidv7();
  const aCase = await db().case.create({
    data: {
      id: uuidv7(),
      organisationId,
      title: "Taken from a consulate",
      country: "CN",
      verifiedAt: now,
      verifiedBy: "NKHR",
    },
  });
  return db().campaign.create({
    data: {
      id,
      organisationId,
      caseId: aCase.id,
      slug: `appeal-${uuidv4()}`,
      state: "live",
      distribution: "web",
      distributionPermittedBy: "the originator",
      distributionPermittedAt: now,
      defaultLanguage: "en",
      publishedAt: now,
      sealedKey: newWrappedKey(id),
      ...values,
    },
  });
}

/** A summary of a length that nobody is advised to change. */
function longEnough(sentence: string): string {
  return Array.from({ length: Math.ceil(100 / sentence.split(" ").length) }, () => sentence).join(" ");
}

/** The published first revision of a campaign: appeal text and sample letter in English and Arabic. */
export async function makeRevision(campaign: Pick<Campaign, "id" | "organisationId">): Promise<Revision> {
  const { organisationId } = campaign;
  const shared = { organisationId };
  const english = { ...shared, language: "en" };
  const arabic = { ...shared, language: "ar" };
  return db().revision.create({
    data: {
      ...shared,
      id: uuidv7(),
      campaignId: campaign.id,
      number: 1,
      publishedAt: new Date(),
      texts: {
        create: [
          {
            ...english,
            title: "Do not send him back",
            request: "Ask that he is not sent back.",
            summary: longEnough("A man was taken."),
            body: "A man was taken from a consulate.",
          },
          {
            ...arabic,
            title: "لا تعيدوه",
            request: "اطلبوا ألا يُعاد.",
            summary: longEnough("اقتيد رجل."),
            body: "اقتيد رجل من قنصلية.",
          },
        ],
      },
      sampleLetters: {
        create: [
          {
            ...english,
            id: uuidv7(),
            subject: "Please do not send him back",
            opening: "{{salutation}}",
            body: "I ask you not to send him back.",
            closing: "Yours sincerely,\n{{name}}, {{country}}",
          },
          {
            ...arabic,
            id: uuidv7(),
            subject: "نرجو ألا تعيدوه",
            opening: "{{salutation}}",
            body: "أطلب منكم ألا تعيدوه.",
            closing: "وتفضلوا بقبول فائق الاحترام،\n{{name}}، {{country}}",
          },
        ],
      },
    },
  });
}

/** An office a campaign is addressed to, with a holder and one working address. */
export async function makeRecipient(
  campaign: Pick<Campaign, "id" | "organisationId">,
  { channel, address }: { channel: "email" | "fax"; address: string },
): Promise<TestRecipient> {
  const [id, holderId, addressId] = [uuidv7(), uuidv7(), uuidv7()];
  const { organisationId } = campaign;
  const lane = channel === "email" ? address.slice(address.indexOf("@") + 1) : "fax";
  const office = channel === "email" ? "Minister of Foreign Affairs" : "Ambassador in Seoul";
  const text = { organisationId, short: office };
  await db().recipient.create({
    data: {
      id,
      organisationId,
      country: "CN",
      language: "en",
      texts: {
        create: [
          { ...text, language: "en", office, salutation: "Your Excellency," },
          { ...text, language: "ar", office: "السيد الوزير", salutation: "صاحب المعالي،" },
        ],
      },
      holders: { create: { id: holderId, organisationId, name: channel === "email" ? "Tang Jiaxuan" : null } },
      addresses: { create: { id: addressId, organisationId, channel, value: address, lane } },
      campaigns: { create: { organisationId, campaignId: campaign.id, position: channel === "email" ? 0 : 1 } },
    },
  });
  return { id, holderId, addressId, address, lane, channel };
}

type SignatureOptions = { typed?: Typed; language?: "en" | "ar"; state?: "confirmed" | "pending" };

/** One signature. Confirmed, it has its letters; pending, it has none. Everything typed can be said otherwise. */
export async function makeSignature(world: World, options: SignatureOptions = {}): Promise<TestSignature> {
  const [signature] = await makeSignatures(world, 1, options);
  if (!signature) throw new Error("no signature was made");
  return signature;
}

/** Many signatures in a few statements; signers are numbered so that each is another person. */
export async function makeSignatures(
  world: World,
  count: number,
  options: SignatureOptions = {},
): Promise<TestSignature[]> {
  const keys = await getCampaignKeys(world.campaign.id);
  const dailyPepper = await getDailyPepper();
  const rows = Array.from({ length: count }, (_, n) =>
    signatureRows(world, { ...keys, dailyPepper }, `${n}-${uuidv4().slice(0, 8)}`, options),
  );
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500);
    await db().signature.createMany({ data: some.map(({ signature }) => signature) });
    await db().submission.createMany({ data: some.map(({ submission }) => submission) });
    await db().letter.createMany({ data: some.flatMap(({ letters }) => letters) });
  }
  return rows.map(({ made }) => made);
}

/** A mail of our own that waits to be sent. */
export async function makeMail(
  world: World,
  signature: TestSignature,
  kind: MailKind = "confirmation",
  language = "en",
): Promise<Mail> {
  const { organisationId, id: campaignId } = world.campaign;
  const { id: signatureId, submissionId } = signature;
  return db().mail.create({
    data: { id: uuidv7(), organisationId, campaignId, signatureId, submissionId, kind, language, lane: "lane" },
  });
}

type Keys = { data: Buffer; pepper: Buffer; dailyPepper: Buffer };

function signatureRows(
  world: World,
  keys: Keys,
  who: string,
  { typed: given, language = "en", state = "confirmed" }: SignatureOptions,
) {
  const typed: Typed = {
    name: `Ann Example ${who}`,
    email: `ann-${who}@signers.test`,
    country: "FR",
    body: "I ask you not to send him back.",
    ownWords: `I am writing as a teacher, ${who}.`,
    disclosure: "full",
    ...given,
  };
  const [id, submissionId] = [uuidv7(), uuidv4()];
  const { organisationId, id: campaignId } = world.campaign;
  const { lane, ...hashes } = emailKeys(typed.email ?? "", keys.pepper, keys.dailyPepper);
  const { emailKey, domainKey, limitKey } = {
    emailKey: new Uint8Array(hashes.emailKey),
    domainKey: new Uint8Array(hashes.domainKey),
    limitKey: new Uint8Array(hashes.limitKey),
  };
  const disclosure = (typed.disclosure ?? "full") as "full" | "initials" | "counted";
  const shared = { organisationId, campaignId, country: typed.country ?? "FR" };
  const now = new Date();
  const routes = disclosure === "counted" ? [] : [world.minister, world.ambassador].map(routeTo);
  const letter = {
    ...shared,
    signatureId: id,
    submissionId,
    revisionId: world.revision.id,
    language,
    signerLanguage: language,
  };
  const letters =
    state === "pending"
      ? []
      : routes.map(({ recipient, holder, address, ...route }) => ({
          ...letter,
          ...route,
          recipientId: recipient,
          holderId: holder,
          addressId: address,
        }));
  const made: TestSignature = {
    id,
    submissionId,
    typed,
    letters: Object.fromEntries(letters.map((row) => [row.channel, row.id])),
  };
  return {
    made,
    letters,
    signature: {
      ...shared,
      id,
      submissionId: state === "pending" ? null : submissionId,
      language,
      disclosure,
      state,
      emailKey,
      domainKey,
      confirmedAt: state === "pending" ? null : now,
    },
    submission: {
      ...shared,
      id: submissionId,
      signatureId: id,
      revisionId: world.revision.id,
      sealed: seal(keys.data, JSON.stringify(typed), `submission:${submissionId}`),
      emailKey,
      domainKey,
      limitKey,
      mailLane: lane,
      language,
      letterLanguage: language,
      disclosure,
      routes,
      submittedAt: now,
      expiresAt: new Date(now.getTime() + 7 * 24 * 3_600_000),
    },
  };
}

function routeTo(recipient: TestRecipient): Route {
  const { id, holderId, addressId, channel, lane } = recipient;
  return {
    id: uuidv7(),
    recipient: id,
    holder: holderId,
    address: addressId,
    channel,
    lane,
    state: isCarried(channel) ? "queued" : "with_signer",
  };
}
