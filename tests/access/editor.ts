import { addLanguage } from "@/lib/campaigns/add-language";
import { archiveCampaign } from "@/lib/campaigns/archive";
import { listCaseChoices } from "@/lib/campaigns/case-choices";
import { closeCampaign } from "@/lib/campaigns/close";
import { createCampaign } from "@/lib/campaigns/create";
import { countCampaigns } from "@/lib/campaigns/desk-queries";
import { discardRevision } from "@/lib/campaigns/discard-revision";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { listSteps } from "@/lib/campaigns/list-steps";
import { pauseCampaign } from "@/lib/campaigns/pause";
import { getPublication } from "@/lib/campaigns/publication";
import { publishCampaign } from "@/lib/campaigns/publish";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { getReadiness } from "@/lib/campaigns/readiness";
import { removeLanguage } from "@/lib/campaigns/remove-language";
import { reopenCampaign } from "@/lib/campaigns/reopen";
import { restoreCampaign } from "@/lib/campaigns/restore";
import { resumeCampaign } from "@/lib/campaigns/resume";
import { listRevisions } from "@/lib/campaigns/revisions";
import { saveAppealText } from "@/lib/campaigns/save-appeal-text";
import { saveSettings } from "@/lib/campaigns/save-settings";
import { settingsSchema } from "@/lib/campaigns/schema";
import { getSettings } from "@/lib/campaigns/settings";
import { countHeldLetters } from "@/lib/letters/held";
import { releaseLetters } from "@/lib/letters/release";
import type { AccessRow } from "./row";

const words = { title: "Free him", request: "", summary: "", body: "", notice: "", writeHint: "" };

export const rows: AccessRow[] = [
  {
    verb: "createCampaign",
    act: "campaigns.edit",
    call: (actor, { campaign }) =>
      createCampaign(actor, {
        title: "Free him",
        language: "en",
        kind: "urgent_action",
        slug: "",
        case: campaign.caseId,
        caseTitle: "",
        country: "",
      }),
    foreign: "refused",
  },
  { verb: "listCaseChoices", act: "campaigns.edit", call: (actor) => listCaseChoices(actor), foreign: "nothing" },
  { verb: "countCampaigns", act: "campaigns.read", call: (actor) => countCampaigns(actor), foreign: "nothing" },
  ofCampaign("getSettings", "campaigns.edit", getSettings),
  ofCampaign("saveSettings", "campaigns.edit", (actor, id) =>
    saveSettings(actor, id, settingsSchema.parse({ kind: "stop", defaultLanguage: "en", disclosureFull: "yes" })),
  ),
  ofCampaign("saveAppealText", "texts.edit", (actor, id) =>
    saveAppealText(actor, id, { language: "en", seen: "", ...words }),
  ),
  ofCampaign("addLanguage", "texts.edit", (actor, id) => addLanguage(actor, id, "fr")),
  ofCampaign("removeLanguage", "texts.edit", (actor, id) => removeLanguage(actor, id, "en")),
  ofCampaign("getReadiness", "campaigns.read", getReadiness),
  ofCampaign("listSteps", "campaigns.read", (actor, id) =>
    listSteps(actor, { id, state: "draft", publishedAt: null, unpublished: true }),
  ),
  ofCampaign("getPublication", "campaigns.publish", getPublication),
  ofCampaign("publishCampaign", "campaigns.publish", publishCampaign),
  ofCampaign("publishRevision", "campaigns.publish", (actor, id) =>
    publishRevision(actor, id, { note: "New facts", supersedes: true }),
  ),
  ofCampaign("discardRevision", "campaigns.edit", discardRevision),
  ofCampaign("pauseCampaign", "campaigns.publish", pauseCampaign),
  ofCampaign("resumeCampaign", "campaigns.publish", resumeCampaign),
  ofCampaign("closeCampaign", "campaigns.publish", closeCampaign),
  ofCampaign("reopenCampaign", "campaigns.publish", reopenCampaign),
  ofCampaign("archiveCampaign", "campaigns.edit", archiveCampaign),
  ofCampaign("restoreCampaign", "campaigns.edit", restoreCampaign),
  ofCampaign("duplicateCampaign", "campaigns.edit", duplicateCampaign),
  ofCampaign("releaseLetters", "letters.release", (actor, id) => releaseLetters(actor, id, "superseded")),
  { ...ofCampaign("listRevisions", "campaigns.read", listRevisions), foreign: "nothing" },
  { ...ofCampaign("countHeldLetters", "campaigns.read", countHeldLetters), foreign: "nothing" },
];

function ofCampaign(
  verb: string,
  act: AccessRow["act"],
  call: (actor: Parameters<AccessRow["call"]>[0], id: string) => Promise<unknown>,
): AccessRow {
  return { verb, act, call: (actor, { campaign }) => call(actor, campaign.id), foreign: "refused" };
}
