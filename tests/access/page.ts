import type { Act } from "@/lib/accounts/access";
import { makeImport } from "@/tests/imports";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { makeReceived } from "@/tests/received";
import type { Scene } from "./row";
import { makeEmbassy, makeRule } from "@/tests/routing";

/** One page or download of the room, by its folder below `app/desk/(room)/`. */
export type PageRow = {
  folder: string;
  /** Who may not do this gets the page "nothing here". */
  act: Act;
  /** Its address for what belongs to the scene. Without ids of ours in it, everybody who may sees their own. */
  path: (scene: Scene) => string | Promise<string>;
};

const rulesPath = ({ campaign }: Scene) => `/desk/campaigns/${campaign.id}/recipients/rules`;

const routingPages: PageRow[] = [
  { folder: "embassies", act: "campaigns.edit", path: () => "/desk/embassies" },
  { folder: "embassies/new", act: "campaigns.edit", path: () => "/desk/embassies/new" },
  { folder: "embassies/import", act: "campaigns.edit", path: () => "/desk/embassies/import" },
  {
    folder: "embassies/[id]",
    act: "campaigns.edit",
    path: async ({ campaign }) =>
      `/desk/embassies/${(await makeEmbassy(campaign, { represents: "CN", host: "NZ" })).embassyId}`,
  },
  { folder: "campaigns/[id]/recipients/rules", act: "campaigns.edit", path: rulesPath },
  {
    folder: "campaigns/[id]/recipients/rules/new",
    act: "campaigns.edit",
    path: (scene) => `${rulesPath(scene)}/new`,
  },
  {
    folder: "campaigns/[id]/recipients/rules/[rule]",
    act: "campaigns.edit",
    path: async (scene) => `${rulesPath(scene)}/${await makeRule(scene.campaign, "everyone")}`,
  },
];

export const pages: PageRow[] = [
  { folder: "overview", act: "overview.read", path: () => "/desk/overview" },
  { folder: "shortcuts", act: "overview.read", path: () => "/desk/shortcuts" },
  { folder: "search", act: "overview.read", path: () => "/desk/search" },
  { folder: "campaigns", act: "campaigns.read", path: () => "/desk/campaigns" },
  { folder: "campaigns/[id]", act: "campaigns.read", path: ({ campaign }) => `/desk/campaigns/${campaign.id}` },
  {
    folder: "campaigns/[id]/life",
    act: "campaigns.read",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/life`,
  },
  {
    folder: "campaigns/[id]/stop",
    act: "campaigns.stop",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/stop`,
  },
  { folder: "tasks", act: "tasks.read", path: () => "/desk/tasks" },
  { folder: "addresses", act: "campaigns.read", path: () => "/desk/addresses" },
  { folder: "members", act: "members.read", path: () => "/desk/members" },
  { folder: "members/invite", act: "members.manage", path: () => "/desk/members/invite" },
  {
    folder: "members/[id]",
    act: "members.manage",
    path: async ({ organisation }) => `/desk/members/${(await makeMember(organisation)).memberId}`,
  },
  { folder: "account/second-factor", act: "account.secure", path: () => "/desk/account/second-factor" },
  { folder: "audit", act: "audit.read", path: () => "/desk/audit" },
  { folder: "account", act: "account.edit", path: () => "/desk/account" },
  { folder: "organisation", act: "organisation.edit", path: () => "/desk/organisation" },
  { folder: "campaigns/new", act: "campaigns.edit", path: () => "/desk/campaigns/new" },
  { folder: "campaigns/paste", act: "campaigns.edit", path: () => "/desk/campaigns/paste" },
  {
    folder: "campaigns/paste/[id]",
    act: "campaigns.edit",
    path: async ({ campaign }) =>
      `/desk/campaigns/paste/${await makeReceived({ organisationId: campaign.organisationId, accountId: campaign.id })}`,
  },
  {
    folder: "campaigns/[id]/page",
    act: "texts.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/page`,
  },
  {
    folder: "campaigns/[id]/consent",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/consent`,
  },
  {
    folder: "campaigns/[id]/embed",
    act: "campaigns.read",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/embed`,
  },
  {
    folder: "campaigns/[id]/history",
    act: "texts.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/history`,
  },
  {
    folder: "campaigns/[id]/settings",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/settings`,
  },
  {
    folder: "campaigns/[id]/publish",
    act: "campaigns.publish",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/publish`,
  },
  {
    folder: "campaigns/[id]/letter",
    act: "texts.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/letter`,
  },
  {
    folder: "campaigns/[id]/words",
    act: "letters.release",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/words`,
  },
  {
    folder: "campaigns/[id]/words/[signature]",
    act: "signatures.open",
    async path({ campaign, signatures: [signature] }) {
      await putLetters({ where: { id: signature?.letters.fax }, data: { state: "held", holdReason: "words" } });
      return `/desk/campaigns/${campaign.id}/words/${signature?.id}`;
    },
  },
  {
    folder: "campaigns/[id]/recipients",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/recipients`,
  },
  {
    folder: "campaigns/[id]/recipients/new",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/recipients/new`,
  },
  {
    folder: "campaigns/[id]/recipients/[recipient]",
    act: "campaigns.edit",
    path: ({ campaign, minister }) => `/desk/campaigns/${campaign.id}/recipients/${minister.id}`,
  },
  ...routingPages,
  {
    folder: "campaigns/[id]/signatures",
    act: "signatures.read",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/signatures`,
  },
  {
    folder: "campaigns/[id]/signatures/[signature]",
    act: "signatures.open",
    path: ({ campaign, signatures: [signature] }) => `/desk/campaigns/${campaign.id}/signatures/${signature?.id}`,
  },
  {
    folder: "campaigns/[id]/signatures/export",
    act: "exports.make",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/signatures/export`,
  },
  { folder: "outbox", act: "outbox.read", path: () => "/desk/outbox" },
  {
    folder: "outbox/[table]/[id]",
    act: "outbox.read",
    path: ({ signatures: [signature] }) => `/desk/outbox/letters/${signature?.letters.email}`,
  },
  { folder: "recipients", act: "recipients.read", path: () => "/desk/recipients" },
  { folder: "recipients/new", act: "recipients.manage", path: () => "/desk/recipients/new" },
  { folder: "recipients/duplicates", act: "recipients.manage", path: () => "/desk/recipients/duplicates" },
  { folder: "recipients/import", act: "recipients.manage", path: () => "/desk/recipients/import" },
  {
    folder: "recipients/import/[id]",
    act: "recipients.manage",
    path: async ({ organisation }) => `/desk/recipients/import/${await makeImport(organisation)}`,
  },
  { folder: "recipients/groups", act: "recipients.read", path: () => "/desk/recipients/groups" },
  { folder: "recipients/[id]", act: "recipients.read", path: ({ minister }) => `/desk/recipients/${minister.id}` },
  {
    folder: "recipients/[id]/merge",
    act: "recipients.manage",
    path: ({ minister, ambassador }) => `/desk/recipients/${minister.id}/merge?with=${ambassador.id}`,
  },
  { folder: "delivery", act: "delivery.read", path: () => "/desk/delivery" },
  {
    folder: "campaigns/[id]/delivery",
    act: "delivery.read",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/delivery`,
  },
  { folder: "cases", act: "cases.read", path: () => "/desk/cases" },
  { folder: "cases/new", act: "cases.edit", path: () => "/desk/cases/new" },
  { folder: "cases/[id]", act: "cases.read", path: casePath },
  { folder: "cases/[id]/edit", act: "cases.edit", path: (scene) => `${casePath(scene)}/edit` },
  { folder: "cases/[id]/persons/new", act: "cases.edit", path: (scene) => `${casePath(scene)}/persons/new` },
  { folder: "cases/[id]/persons/[person]", act: "cases.edit", path: personPath },
  {
    folder: "cases/[id]/persons/[person]/withdraw",
    act: "cases.edit",
    path: (scene) => `${personPath(scene)}/withdraw`,
  },
  { folder: "cases/[id]/pictures/new", act: "cases.edit", path: (scene) => `${casePath(scene)}/pictures/new` },
  {
    folder: "campaigns/[id]/picture",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/picture`,
  },
  {
    folder: "campaigns/[id]/forward",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/forward`,
  },
  {
    folder: "campaigns/[id]/original",
    act: "campaigns.edit",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/original`,
  },
];

function casePath({ campaign }: Scene): string {
  return `/desk/cases/${campaign.caseId}`;
}

function personPath(scene: Scene): string {
  return `${casePath(scene)}/persons/${scene.person.id}`;
}
