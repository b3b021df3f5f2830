import { db } from "@/lib/db";
import { askWriter } from "@/lib/letters/ask-writer";
import { listWords } from "@/lib/letters/list-words";
import { makeTestPaper } from "@/lib/letters/make-test-paper";
import { openWords } from "@/lib/letters/open-words";
import { refuseWords } from "@/lib/letters/refuse-words";
import { releaseWords } from "@/lib/letters/release-words";
import { removeVersion } from "@/lib/letters/remove-version";
import { restoreVersions } from "@/lib/letters/restore-versions";
import { saveVersion } from "@/lib/letters/save-version";
import { saveLetterWatch } from "@/lib/letters/save-watch";
import { writeTestLetter } from "@/lib/letters/write-test-letter";
import { getLetterWatch, watchMark } from "@/lib/letters/watch";
import { putLetters } from "@/tests/put-letters";
import type { AccessRow, Scene } from "./row";

export const rows: AccessRow[] = [
  {
    verb: "saveVersion",
    act: "campaigns.edit",
    call: async (actor, scene) => {
      await removeAll(scene);
      return saveVersion(actor, scene.campaign.id, { key: "", name: "Embassies", recipients: [scene.ambassador.id] });
    },
    foreign: "refused",
  },
  {
    verb: "removeVersion",
    act: "campaigns.edit",
    call: async (actor, scene) => removeVersion(actor, scene.campaign.id, await putVersion(scene)),
    foreign: "refused",
  },
  {
    verb: "restoreVersions",
    act: "campaigns.edit",
    call: (actor, { campaign }) =>
      restoreVersions(actor, { campaignId: campaign.id, rows: [], broughtBackId: campaign.id }),
    foreign: "refused",
  },
  {
    verb: "getLetterWatch",
    act: "campaigns.edit",
    call: (actor, { campaign }) => getLetterWatch(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "saveLetterWatch",
    act: "campaigns.edit",
    async call(actor, { campaign }) {
      const seen = watchMark(await db().campaign.findUniqueOrThrow({ where: { id: campaign.id } }));
      return saveLetterWatch(actor, campaign.id, { seen, words: ["a witness"], refuseMissing: true, limits: {} });
    },
    foreign: "refused",
  },
  {
    verb: "writeTestLetter",
    act: "texts.edit",
    call: (actor, { campaign, minister }) =>
      writeTestLetter(actor, campaign.id, { language: "en", recipient: minister.id, which: 0 }),
    foreign: "refused",
  },
  {
    verb: "makeTestPaper",
    act: "texts.edit",
    call: (actor, { campaign, minister }) =>
      makeTestPaper(actor, campaign.id, { language: "en", recipient: minister.id, which: 0, way: "fax" }),
    foreign: "refused",
  },
  {
    verb: "listWords",
    act: "letters.release",
    call: (actor, { campaign }) => listWords(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "openWords",
    act: "signatures.open",
    call: async (actor, scene) => openWords(actor, scene.campaign.id, (await hold(scene)).signature),
    foreign: "refused",
  },
  {
    verb: "releaseWords",
    act: "words.decide",
    call: async (actor, scene) => releaseWords(actor, await hold(scene)),
    foreign: "refused",
  },
  {
    verb: "askWriter",
    act: "words.decide",
    call: async (actor, scene) => askWriter(actor, await hold(scene), "Whom do you mean?"),
    foreign: "refused",
  },
  {
    verb: "refuseWords",
    act: "words.decide",
    call: async (actor, scene) => refuseWords(actor, await hold(scene), "It names a witness."),
    foreign: "refused",
  },
];

/** Holds the letters of the scene's signer for their words, again and again. */
async function hold({ campaign, signatures: [signature] }: Scene): Promise<{ campaign: string; signature: string }> {
  await putLetters({ where: { signatureId: signature?.id }, data: { state: "held", holdReason: "words" } });
  return { campaign: campaign.id, signature: signature?.id ?? "" };
}

async function removeAll({ revision }: Scene): Promise<void> {
  const of = { where: { revision: { campaignId: revision.campaignId } } };
  await db().letterVersion.deleteMany(of);
  await db().sampleLetter.deleteMany({ where: { ...of.where, version: { not: "" } } });
}

/** A version in the newest revision; it is copied into the draft that is opened to remove it. */
async function putVersion(scene: Scene): Promise<string> {
  await removeAll(scene);
  const { campaignId, organisationId } = scene.revision;
  const newest = await db().revision.findFirstOrThrow({ where: { campaignId }, orderBy: { number: "desc" } });
  const key = "embassies";
  await db().letterVersion.create({ data: { revisionId: newest.id, key, organisationId, name: "Embassies" } });
  return key;
}
