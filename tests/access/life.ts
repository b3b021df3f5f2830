import { v7 as uuidv7 } from "uuid";
import { approveCampaign } from "@/lib/campaigns/approve";
import { cancelUnsent } from "@/lib/campaigns/cancel-unsent";
import { extendDeadline } from "@/lib/campaigns/extend-deadline";
import { followCampaign } from "@/lib/campaigns/follow";
import { getLife } from "@/lib/campaigns/life";
import { liftStop } from "@/lib/campaigns/lift-stop";
import { scheduleCampaign } from "@/lib/campaigns/schedule";
import { sendBackCampaign } from "@/lib/campaigns/send-back";
import { stopCampaign } from "@/lib/campaigns/stop";
import { getStopProgress } from "@/lib/campaigns/stop-progress";
import { submitCampaign } from "@/lib/campaigns/submit";
import { unscheduleCampaign } from "@/lib/campaigns/unschedule";
import { listOutcomes } from "@/lib/cases/outcomes";
import { recordOutcome } from "@/lib/cases/record-outcome";
import { retractOutcome } from "@/lib/cases/retract-outcome";
import { verifyCase } from "@/lib/cases/verify-case";
import { db } from "@/lib/db";
import { completeTasks } from "@/lib/tasks/complete-tasks";
import { countOpenTasks, listCampaignTasks, listDoneTasks, listOpenTasks } from "@/lib/tasks/queries";
import { reopenTasks } from "@/lib/tasks/reopen-tasks";
import { keepUndo } from "@/lib/undo/keep-undo";
import type { AccessRow, Scene } from "./row";

const later = { at: new Date(Date.now() + 86_400_000), zone: "UTC" };

export const rows: AccessRow[] = [
  ofCampaign("getLife", "campaigns.read", getLife),
  { ...ofCampaign("getStopProgress", "campaigns.read", getStopProgress), foreign: "nothing" },
  ofCampaign("submitCampaign", "campaigns.edit", submitCampaign),
  ofCampaign("approveCampaign", "campaigns.approve", (actor, id) => approveCampaign(actor, id, "")),
  ofCampaign("sendBackCampaign", "campaigns.approve", (actor, id) => sendBackCampaign(actor, id, "A date is wrong")),
  ofCampaign("scheduleCampaign", "campaigns.publish", (actor, id) => scheduleCampaign(actor, id, later)),
  ofCampaign("unscheduleCampaign", "campaigns.publish", unscheduleCampaign),
  ofCampaign("extendDeadline", "campaigns.publish", (actor, id) => extendDeadline(actor, id, later)),
  ofCampaign("cancelUnsent", "campaigns.stop", cancelUnsent),
  ofCampaign("stopCampaign", "campaigns.stop", (actor, id) =>
    stopCampaign(actor, id, { reason: null, note: null, discreet: false }),
  ),
  ofCampaign("liftStop", "campaigns.stop", liftStop),
  ofCampaign("followCampaign", "campaigns.edit", followCampaign),
  ofCampaign("recordOutcome", "cases.edit", (actor, id) =>
    recordOutcome(actor, id, {
      happenedOn: new Date("2026-11-01"),
      outcome: "He was released.",
      source: "",
      language: "en",
      audience: "members",
    }),
  ),
  {
    verb: "retractOutcome",
    act: "cases.edit",
    call: async (actor, scene) => retractOutcome(actor, await makeOutcome(scene)),
    foreign: "refused",
  },
  {
    verb: "listOutcomes",
    act: "campaigns.read",
    call: (actor, { campaign }) => listOutcomes(actor, campaign.caseId),
    foreign: "refused",
  },
  {
    verb: "verifyCase",
    act: "cases.edit",
    call: (actor, { campaign }) => verifyCase(actor, campaign.caseId),
    foreign: "refused",
  },
  {
    verb: "completeTasks",
    act: "tasks.finish",
    call: async (actor, scene) => completeTasks(actor, { which: "ticked", ids: [await makeTask(scene)] }),
    foreign: "refused",
  },
  {
    verb: "reopenTasks",
    act: "tasks.finish",
    async call(actor, scene) {
      const known = await db().member.count({ where: { id: actor.memberId } });
      const before = { at: new Date().toISOString() };
      const kept = { act: "tasks-done" as const, chosen: 1, ids: [await makeTask(scene)], before };
      await reopenTasks(actor, known ? await keepUndo(db(), actor, kept) : uuidv7());
    },
    foreign: "nothing",
  },
  { verb: "listOpenTasks", act: "tasks.read", call: (actor) => listOpenTasks(actor), foreign: "nothing" },
  { verb: "listDoneTasks", act: "tasks.read", call: (actor) => listDoneTasks(actor), foreign: "nothing" },
  { verb: "countOpenTasks", act: "tasks.read", call: (actor) => countOpenTasks(actor), foreign: "nothing" },
  { ...ofCampaign("listCampaignTasks", "tasks.read", listCampaignTasks), foreign: "nothing" },
];

async function makeOutcome({ campaign }: Scene): Promise<string> {
  const { organisationId, caseId, id: campaignId } = campaign;
  const said = { language: "en", text: "He was released.", audience: "members", happenedOn: new Date() } as const;
  const of = { id: uuidv7(), organisationId, caseId, campaignId, recordedBy: uuidv7() };
  return (await db().outcome.create({ data: { ...of, ...said } })).id;
}

async function makeTask({ campaign: { organisationId, id: campaignId } }: Scene): Promise<string> {
  const done = { doneAt: new Date() };
  const task = { id: uuidv7(), organisationId, campaignId, kind: "approve" } as const;
  return (await db().task.create({ data: { ...task, ...done } })).id;
}

function ofCampaign(
  verb: string,
  act: AccessRow["act"],
  call: (actor: Parameters<AccessRow["call"]>[0], id: string) => Promise<unknown>,
): AccessRow {
  return { verb, act, call: (actor, { campaign }) => call(actor, campaign.id), foreign: "refused" };
}
