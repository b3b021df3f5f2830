import { v7 as uuidv7 } from "uuid";
import { belongingsFingerprint } from "@/lib/recipients/changed";
import { db } from "@/lib/db";
import { fingerprint } from "@/lib/fingerprint";
import { addGroup } from "@/lib/recipients/add-group";
import { approveHolder } from "@/lib/recipients/approve-holder";
import { attachGroup } from "@/lib/recipients/attach-group";
import { changeHolder } from "@/lib/recipients/change-holder";
import { createRecipient } from "@/lib/recipients/create-recipient";
import { listDuplicates } from "@/lib/recipients/duplicates";
import { editCell } from "@/lib/library/edit-cell";
import { keepApart } from "@/lib/recipients/keep-apart";
import { proposeAgain } from "@/lib/recipients/propose-again";
import { listSharedAddresses } from "@/lib/recipients/shared-addresses";
import { groupRecipients } from "@/lib/recipients/group-recipients";
import { liftRecipients } from "@/lib/recipients/lift-recipients";
import { listGroups } from "@/lib/recipients/groups";
import { listLibrary, listLibraryPage, listTags } from "@/lib/library/queries";
import { librarySchema } from "@/lib/library/schema";
import { getMergePreview } from "@/lib/recipients/merge-preview";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { getOffice } from "@/lib/recipients/office";
import { removeGroup } from "@/lib/recipients/remove-group";
import { saveBelongings } from "@/lib/recipients/save-belongings";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { tagRecipients } from "@/lib/recipients/tag-recipients";
import { undoRecipients } from "@/lib/recipients/undo-recipients";
import { keepUndo } from "@/lib/undo/keep-undo";
import { findDone } from "@/lib/undo/queries";
import { recipientSchema } from "@/lib/recipients/schema";
import { makeRecipient } from "@/tests/factories";
import { makeGroup, ticked } from "@/tests/library";
import type { AccessRow } from "./row";

const input = () =>
  recipientSchema.parse({
    languages: "en",
    "text-en-office": "Minister of Justice",
    "text-en-short": "Minister of Justice",
    "text-en-salutation": "Dear Minister,",
    country: "CN",
    language: "en",
    holderStatus: "vacant",
  });

export const rows: AccessRow[] = [
  { verb: "listLibrary", act: "recipients.read", call: (actor) => listLibrary(actor), foreign: "nothing" },
  {
    verb: "listLibraryPage",
    act: "recipients.read",
    call: (actor) => listLibraryPage(actor, librarySchema.parse({})),
    foreign: "nothing",
  },
  { verb: "listTags", act: "recipients.read", call: (actor) => listTags(actor), foreign: "nothing" },
  { verb: "listGroups", act: "recipients.read", call: (actor) => listGroups(actor), foreign: "nothing" },
  { verb: "listDuplicates", act: "recipients.read", call: (actor) => listDuplicates(actor), foreign: "nothing" },
  {
    verb: "getOffice",
    act: "recipients.read",
    call: (actor, { minister }) => getOffice(actor, minister.id),
    foreign: "refused",
  },
  {
    verb: "createRecipient",
    act: "recipients.manage",
    call: (actor) => createRecipient(actor, input()),
    foreign: "nothing",
  },
  {
    verb: "editCell",
    act: "recipients.manage",
    call: (actor, { minister: { id } }) => editCell(actor, { id, field: "body", value: "A ministry", seen: "" }),
    foreign: "refused",
  },
  {
    verb: "saveBelongings",
    act: "recipients.manage",
    call: (actor, { minister }) =>
      saveBelongings(
        actor,
        { recipientId: minister.id, seen: belongingsFingerprint({ tags: [], groups: [] }) },
        { tags: ["asylum"], groups: [] },
      ),
    foreign: "refused",
  },
  { verb: "addGroup", act: "recipients.manage", call: (actor) => addGroup(actor, "Embassies"), foreign: "nothing" },
  {
    verb: "removeGroup",
    act: "recipients.manage",
    call: async (actor, { organisation }) => removeGroup(actor, await makeGroup(organisation)),
    foreign: "refused",
  },
  {
    verb: "attachGroup",
    act: "campaigns.edit",
    call: async (actor, { campaign, organisation }) =>
      attachGroup(actor, { campaignId: campaign.id, groupId: await makeGroup(organisation) }),
    foreign: "refused",
  },
  {
    verb: "changeHolder",
    act: "recipients.manage",
    call: (actor, { minister }) =>
      changeHolder(actor, minister.id, { name: "Ann Example", status: "acting", since: null }),
    foreign: "refused",
  },
  {
    verb: "approveHolder",
    act: "recipients.manage",
    call: (actor, { minister }) => approveHolder(actor, minister.id, minister.holderId),
    foreign: "refused",
  },
  {
    verb: "tagRecipients",
    act: "recipients.manage",
    call: (actor, { minister }) => tagRecipients(actor, ticked(minister.id), { tag: "asylum", on: true }),
    foreign: "refused",
  },
  {
    verb: "groupRecipients",
    act: "recipients.manage",
    call: async (actor, { minister, organisation }) =>
      groupRecipients(actor, ticked(minister.id), { groupId: await makeGroup(organisation), into: true }),
    foreign: "refused",
  },
  {
    verb: "silenceRecipients",
    act: "recipients.manage",
    call: (actor, { minister }) => silenceRecipients(actor, ticked(minister.id), { reason: "They asked us." }),
    foreign: "refused",
  },
  {
    verb: "liftRecipients",
    act: "recipients.release",
    call: (actor, { minister }) => liftRecipients(actor, ticked(minister.id)),
    foreign: "refused",
  },
  {
    verb: "undoRecipients",
    act: "recipients.manage",
    also: ["recipients.release"],
    async call(actor, { minister: { id } }) {
      const known = await db().member.count({ where: { id: actor.memberId } });
      const kept = { act: "silenced" as const, chosen: 1, ids: [id], before: { at: new Date().toISOString() } };
      await undoRecipients(actor, known ? await keepUndo(db(), actor, kept) : uuidv7());
    },
    foreign: "nothing",
  },
  { verb: "findDone", act: "overview.read", call: (actor) => findDone(actor, uuidv7(), []), foreign: "nothing" },
  {
    verb: "getMergePreview",
    act: "recipients.manage",
    call: (actor, { minister, ambassador }) => getMergePreview(actor, { stays: minister.id, goes: ambassador.id }),
    foreign: "refused",
  },
  {
    verb: "listSharedAddresses",
    act: "recipients.read",
    call: (actor) => listSharedAddresses(actor),
    foreign: "nothing",
  },
  {
    verb: "keepApart",
    act: "recipients.manage",
    async call(actor, world) {
      const { campaign, minister } = world;
      const twin = await makeRecipient(campaign, { channel: "email", address: minister.address });
      await db().recipientText.updateMany({ where: { recipientId: twin.id }, data: { office: "Another title" } });
      await keepApart(actor, { address: minister.addressId, seen: fingerprint([minister.id, twin.id].toSorted()) });
    },
    foreign: "refused",
  },
  {
    verb: "proposeAgain",
    act: "recipients.manage",
    async call(actor, { minister, campaign: { organisationId } }) {
      const { value, channel } = await db().address.findUniqueOrThrow({ where: { id: minister.addressId } });
      const { id: accountId } = await db().account.findFirstOrThrow();
      const data = { organisationId, accountId, value, channel, recipientId: minister.id };
      await db().officeApart.createMany({ data, skipDuplicates: true });
      await proposeAgain(actor, minister.addressId);
    },
    foreign: "refused",
  },
  {
    verb: "mergeRecipients",
    act: "recipients.manage",
    async call(actor, { minister, campaign }) {
      const twin = await makeRecipient(campaign, { channel: "email", address: minister.address });
      await mergeRecipients(actor, { stays: minister.id, goes: twin.id });
    },
    foreign: "refused",
  },
];
