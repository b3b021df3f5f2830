import { listLetterLanguages } from "@/lib/letters/letter-languages";
import { getLetterDesk } from "@/lib/letters/desk";
import { listLetterPreviews } from "@/lib/letters/preview";
import { removeLetterLanguage } from "@/lib/letters/remove-letter-language";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { sampleLetterSchema } from "@/lib/letters/schema";
import { sendTestLetter } from "@/lib/letters/send-test-letter";
import { addRecipient } from "@/lib/recipients/add-recipient";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { moveRecipient } from "@/lib/recipients/move-recipient";
import { getRecipient, listCampaignRecipients, listRecipients } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { restoreRecipients } from "@/lib/recipients/restore-list";
import { recipientSchema } from "@/lib/recipients/schema";
import { setRecipientRole } from "@/lib/recipients/set-recipient-role";
import type { AccessRow } from "./row";

const recipientInput = () =>
  recipientSchema.parse({
    languages: "en",
    "text-en-office": "Minister of Justice",
    "text-en-short": "Minister of Justice",
    "text-en-salutation": "Dear Minister,",
    country: "CN",
    language: "en",
    holderStatus: "vacant",
  });

const letterInput = () =>
  sampleLetterSchema.parse({
    language: "fr",
    subject: "Une demande",
    opening: "{{salutation}}",
    body: "Je vous demande de ne pas le renvoyer.",
    closing: "{{name}}",
  });

export const rows: AccessRow[] = [
  {
    verb: "listCampaignRecipients",
    act: "campaigns.edit",
    call: (actor, { campaign }) => listCampaignRecipients(actor, campaign.id),
    foreign: "refused",
  },
  { verb: "listRecipients", act: "campaigns.edit", call: (actor) => listRecipients(actor), foreign: "nothing" },
  {
    verb: "getRecipient",
    act: "campaigns.edit",
    call: (actor, { minister }) => getRecipient(actor, minister.id),
    foreign: "refused",
  },
  {
    verb: "addRecipient",
    act: "campaigns.edit",
    call: (actor, { campaign }) => addRecipient(actor, campaign.id, recipientInput()),
    foreign: "refused",
  },
  {
    verb: "saveRecipient",
    act: "campaigns.edit",
    call: async (actor, { minister }) =>
      saveRecipient(actor, minister.id, { ...recipientInput(), seen: (await getRecipient(actor, minister.id)).seen }),
    foreign: "refused",
  },
  {
    verb: "attachRecipient",
    act: "campaigns.edit",
    call: (actor, { campaign, minister }) =>
      attachRecipient(actor, { campaignId: campaign.id, recipientId: minister.id }),
    foreign: "refused",
  },
  {
    verb: "detachRecipient",
    act: "campaigns.edit",
    async call(actor, { campaign, minister }) {
      const pair = { campaignId: campaign.id, recipientId: minister.id };
      await detachRecipient(actor, pair);
      await attachRecipient(actor, pair);
    },
    foreign: "refused",
  },
  {
    verb: "restoreRecipients",
    act: "campaigns.edit",
    call: (actor, { campaign, minister }) =>
      restoreRecipients(actor, {
        campaignId: campaign.id,
        rows: [{ id: minister.id, name: "Minister", role: "to", letterLimit: null }],
        broughtBackId: campaign.id,
      }),
    foreign: "refused",
  },
  {
    verb: "moveRecipient",
    act: "campaigns.edit",
    call: (actor, { campaign, minister }) =>
      moveRecipient(actor, { campaignId: campaign.id, recipientId: minister.id, to: "down" }),
    foreign: "refused",
  },
  {
    verb: "setRecipientRole",
    act: "campaigns.edit",
    call: (actor, { campaign, minister }) =>
      setRecipientRole(actor, { campaignId: campaign.id, recipientId: minister.id, role: "copy" }),
    foreign: "refused",
  },
  {
    verb: "getLetterDesk",
    act: "texts.edit",
    call: (actor, { campaign }) => getLetterDesk(actor, campaign.id, { asked: "ar", defaultLanguage: "en" }),
    foreign: "refused",
  },
  {
    verb: "listLetterLanguages",
    act: "texts.edit",
    call: (actor, { campaign }) => listLetterLanguages(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "listLetterPreviews",
    act: "texts.edit",
    call: (actor, { campaign }) => listLetterPreviews(actor, campaign.id, "en"),
    foreign: "refused",
  },
  {
    verb: "saveSampleLetter",
    act: "texts.edit",
    call: (actor, { campaign }) => saveSampleLetter(actor, campaign.id, letterInput()),
    foreign: "refused",
  },
  {
    verb: "removeLetterLanguage",
    act: "texts.edit",
    async call(actor, { campaign }) {
      await saveSampleLetter(actor, campaign.id, letterInput());
      await removeLetterLanguage(actor, campaign.id, "fr");
    },
    foreign: "refused",
  },
  {
    verb: "sendTestLetter",
    act: "texts.edit",
    call: (actor, { campaign, minister }) =>
      sendTestLetter(actor, campaign.id, { language: "en", recipient: minister.id, which: 0 }),
    foreign: "refused",
  },
];
