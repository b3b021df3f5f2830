import { chooseRevisionPicture } from "@/lib/campaigns/choose-picture";
import { addPicture } from "@/lib/cases/add-picture";
import { createCase } from "@/lib/cases/create";
import { openPicture } from "@/lib/cases/find-picture";
import { getCase, getCaseOf, getWithdrawal, listCases } from "@/lib/cases/queries";
import { recordConsent } from "@/lib/cases/record-consent";
import { removePerson } from "@/lib/cases/remove-person";
import { removePicture } from "@/lib/cases/remove-picture";
import { saveCase } from "@/lib/cases/save";
import { savePerson } from "@/lib/cases/save-person";
import { withdrawConsent } from "@/lib/cases/withdraw-consent";
import { findOriginal, openOriginal } from "@/lib/originals/queries";
import { saveOriginal } from "@/lib/originals/save";
import {
  caseNow,
  consentOf,
  factsOf,
  makePerson,
  makePicture,
  originalNow,
  originalOf,
  personNow,
  personOf,
} from "@/tests/cases";
import { makeMember } from "@/tests/members";
import { testPicture } from "@/tests/pictures";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  { verb: "listCases", act: "cases.read", call: (actor) => listCases(actor, { limit: 5 }), foreign: "nothing" },
  {
    verb: "getCase",
    act: "cases.read",
    call: (actor, { campaign }) => getCase(actor, campaign.caseId),
    foreign: "refused",
  },
  {
    verb: "getCaseOf",
    act: "cases.read",
    call: (actor, { campaign }) => getCaseOf(actor, campaign.id),
    foreign: "refused",
  },
  { verb: "createCase", act: "cases.edit", call: (actor) => createCase(actor, factsOf()), foreign: "nothing" },
  {
    verb: "saveCase",
    act: "cases.edit",
    call: async (actor, { campaign }) => saveCase(actor, await caseNow(campaign.caseId), factsOf()),
    foreign: "refused",
  },
  {
    verb: "savePerson",
    act: "cases.edit",
    call: async (actor, { person }) => savePerson(actor, await personNow(person.id), personOf()),
    foreign: "refused",
  },
  {
    verb: "removePerson",
    act: "cases.edit",
    call: async (actor, { campaign }) => removePerson(actor, (await makePerson(campaign)).id),
    foreign: "refused",
  },
  {
    verb: "recordConsent",
    act: "cases.edit",
    call: (actor, { person }) => recordConsent(actor, person.id, consentOf("name")),
    foreign: "refused",
  },
  {
    verb: "getWithdrawal",
    act: "cases.edit",
    call: (actor, { person }) => getWithdrawal(actor, person.id),
    foreign: "refused",
  },
  {
    verb: "withdrawConsent",
    act: "cases.edit",
    call: (actor, { person }) => withdrawConsent(actor, { personId: person.id, reason: "asked" }),
    foreign: "refused",
  },
  {
    verb: "addPicture",
    act: "cases.edit",
    call: async (actor, { campaign, person }) =>
      addPicture(actor, campaign.caseId, { file: await testPicture(), credit: "Press office", shows: [person.id] }),
    foreign: "refused",
  },
  {
    verb: "removePicture",
    act: "cases.edit",
    call: async (actor, { campaign }) => removePicture(actor, (await makePicture(campaign)).id),
    foreign: "refused",
  },
  {
    verb: "openPicture",
    act: "campaigns.read",
    call: async (actor, { campaign }) => openPicture(actor, (await makePicture(campaign)).id),
    foreign: "refused",
  },
  {
    verb: "chooseRevisionPicture",
    act: "campaigns.edit",
    call: async (actor, { campaign }) => {
      const alts = { en: "A man at home", ar: "رجل في بيته" };
      return chooseRevisionPicture(actor, campaign.id, (await makePicture(campaign)).id, alts);
    },
    foreign: "refused",
  },
  {
    verb: "findOriginal",
    act: "campaigns.edit",
    call: (actor, { campaign }) => findOriginal(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "saveOriginal",
    act: "campaigns.edit",
    call: async (actor, { campaign }) =>
      saveOriginal(actor, await originalNow(campaign.id), originalOf("Dear friends")),
    foreign: "refused",
  },
  {
    verb: "openOriginal",
    act: "originals.open",
    async call(actor, { campaign, organisation }) {
      await saveOriginal(await makeMember(organisation), await originalNow(campaign.id), originalOf("Dear friends"));
      return openOriginal(actor, campaign.id);
    },
    foreign: "refused",
  },
];
