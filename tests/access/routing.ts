import { ruleMark } from "@/lib/routing/rule-shape";
import { addEmbassy } from "@/lib/embassies/add";
import { exportEmbassies } from "@/lib/embassies/export";
import { importEmbassies } from "@/lib/embassies/import";
import { loadSampleEmbassies } from "@/lib/embassies/load-samples";
import { previewEmbassies } from "@/lib/embassies/preview";
import { getEmbassy, listEmbassies, listEmbassyCells } from "@/lib/embassies/queries";
import { removeEmbassy } from "@/lib/embassies/remove";
import { saveEmbassy } from "@/lib/embassies/save";
import { embassySchema } from "@/lib/embassies/schema";
import { db } from "@/lib/db";
import { addRule } from "@/lib/routing/add-rule";
import { moveRule } from "@/lib/routing/move-rule";
import { getRouting, listRuleChoices } from "@/lib/routing/queries";
import { removeRule } from "@/lib/routing/remove-rule";
import { restoreRule } from "@/lib/routing/restore-rule";
import { restoreRules } from "@/lib/routing/restore-rules";
import { saveRule } from "@/lib/routing/save-rule";
import { ruleSchema } from "@/lib/routing/schema";
import { testRouting } from "@/lib/routing/test-routing";
import { makeEmbassy, makeRule } from "@/tests/routing";
import type { AccessRow, Scene } from "./row";

const everyone = ruleSchema.parse({ kind: "everyone" });

const embassyInput = (host: string) =>
  embassySchema.parse({
    represents: "CN",
    host,
    office: "Ambassador of China",
    salutation: "Your Excellency,",
    email: "embassy@mfa.example.org",
  });

const file = "represents,host,office,salutation,email\nCN,Japan,Ambassador,Dear,one@example.org\n";

/** Clears the way for a call that is made again and again: one embassy of a country in a host. */
async function without({ organisation }: Scene, host: string): Promise<void> {
  await db().embassy.deleteMany({ where: { organisationId: organisation.id, host } });
}

async function ruleOf({ campaign }: Scene) {
  await db().routingRule.deleteMany({ where: { campaignId: campaign.id } });
  return { campaignId: campaign.id, ruleId: await makeRule(campaign, "everyone") };
}

const act = "campaigns.edit";

export const rows: AccessRow[] = [
  { verb: "listEmbassies", act, call: (actor) => listEmbassies(actor), foreign: "nothing" },
  { verb: "listEmbassyCells", act, call: (actor) => listEmbassyCells(actor), foreign: "nothing" },
  { verb: "exportEmbassies", act: "embassies.export", call: (actor) => exportEmbassies(actor), foreign: "nothing" },
  { verb: "previewEmbassies", act, call: (actor) => previewEmbassies(actor, file), foreign: "nothing" },
  { verb: "importEmbassies", act, call: (actor) => importEmbassies(actor, file), foreign: "nothing" },
  { verb: "loadSampleEmbassies", act, call: (actor) => loadSampleEmbassies(actor), foreign: "nothing" },
  {
    verb: "getEmbassy",
    act,
    async call(actor, scene) {
      await without(scene, "IS");
      const { embassyId } = await makeEmbassy(scene.campaign, { represents: "CN", host: "IS" });
      return getEmbassy(actor, embassyId);
    },
    foreign: "refused",
  },
  {
    verb: "addEmbassy",
    act,
    async call(actor) {
      await db().embassy.deleteMany({ where: { organisationId: actor.organisationId, host: "NO" } });
      return addEmbassy(actor, embassyInput("NO"));
    },
    foreign: "nothing",
  },
  {
    verb: "saveEmbassy",
    act,
    async call(actor, scene) {
      await without(scene, "FI");
      const { embassyId } = await makeEmbassy(scene.campaign, { represents: "CN", host: "FI" });
      const { seen = "" } = (await getEmbassy(actor, embassyId)).fields;
      return saveEmbassy(actor, embassyId, { ...embassyInput("FI"), seen });
    },
    foreign: "refused",
  },
  {
    verb: "removeEmbassy",
    act,
    async call(actor, scene) {
      await without(scene, "EE");
      const { embassyId } = await makeEmbassy(scene.campaign, { represents: "CN", host: "EE" });
      return removeEmbassy(actor, embassyId);
    },
    foreign: "refused",
  },
  { verb: "getRouting", act, call: (actor, { campaign }) => getRouting(actor, campaign.id), foreign: "refused" },
  {
    verb: "listRuleChoices",
    act,
    call: (actor, { campaign }) => listRuleChoices(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "testRouting",
    act,
    call: (actor, { campaign }) =>
      testRouting(actor, campaign.id, { country: "FR", language: "en", date: "2026-01-31" }),
    foreign: "refused",
  },
  {
    verb: "restoreRules",
    act,
    call: (actor, { campaign }) =>
      restoreRules(actor, {
        campaignId: campaign.id,
        kept: { rules: [], names: {} },
        broughtBackId: campaign.id,
      }),
    foreign: "refused",
  },
  {
    verb: "addRule",
    act,
    async call(actor, scene) {
      await ruleOf(scene);
      return addRule(actor, scene.campaign.id, everyone);
    },
    foreign: "refused",
  },
  {
    verb: "saveRule",
    act,
    call: async (actor, scene) =>
      saveRule(actor, { ...(await ruleOf(scene)), seen: ruleMark({ id: "", ...everyone }) }, everyone),
    foreign: "refused",
  },
  {
    verb: "moveRule",
    act,
    call: async (actor, scene) => moveRule(actor, { ...(await ruleOf(scene)), to: "up" }),
    foreign: "refused",
  },
  { verb: "removeRule", act, call: async (actor, scene) => removeRule(actor, await ruleOf(scene)), foreign: "refused" },
  {
    verb: "restoreRule",
    act,
    async call(actor, scene) {
      const pair = await ruleOf(scene);
      await db().routingRule.update({ where: { id: pair.ruleId }, data: { removedAt: new Date() } });
      return restoreRule(actor, pair);
    },
    foreign: "refused",
  },
];
