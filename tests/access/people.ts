import { db } from "@/lib/db";
import { v7 as uuid } from "uuid";
import { getAccount, listOtherOrganisations, listSessions } from "@/lib/accounts/account-queries";
import { changeName } from "@/lib/accounts/change-name";
import { changePassword } from "@/lib/accounts/change-password";
import { changeRole } from "@/lib/accounts/change-role";
import { chooseOrganisation } from "@/lib/accounts/choose-organisation";
import { endSessions } from "@/lib/accounts/end-sessions";
import { inviteMember } from "@/lib/accounts/invite-member";
import { getMember, listInvitations, listMembers } from "@/lib/accounts/member-queries";
import { getOrganisation, organisationMark } from "@/lib/accounts/organisation-queries";
import { removeMember } from "@/lib/accounts/remove-member";
import { resendInvitation } from "@/lib/accounts/resend-invitation";
import { saveOrganisation } from "@/lib/accounts/save-organisation";
import { withdrawInvitation } from "@/lib/accounts/withdraw-invitation";
import { makeInvitation, makeMember, testPassword } from "@/tests/members";
import type { AccessRow } from "./row";

const facts = {
  organisation: "Letters",
  senderName: null,
  senderAddress: null,
  privacyText: null,
  needsApproval: false,
  showsVerified: false,
};

export const rows: AccessRow[] = [
  { verb: "listMembers", act: "members.read", call: listMembers, foreign: "nothing" },
  {
    verb: "listInvitations",
    act: "members.read",
    async call(actor, { organisation }) {
      await makeInvitation(organisation);
      return listInvitations(actor);
    },
    foreign: "nothing",
  },
  {
    verb: "getMember",
    act: "members.manage",
    call: async (actor, { organisation }) => getMember(actor, (await makeMember(organisation)).memberId),
    foreign: "refused",
  },
  {
    verb: "inviteMember",
    act: "members.manage",
    call: (actor) => inviteMember(actor, { email: `new-${actor.memberId}@ngo.test`, role: "analyst" }),
    foreign: "nothing",
  },
  {
    verb: "resendInvitation",
    act: "members.manage",
    call: async (actor, { organisation }) => resendInvitation(actor, (await makeInvitation(organisation)).id),
    foreign: "refused",
  },
  {
    verb: "withdrawInvitation",
    act: "members.manage",
    call: async (actor, { organisation }) => withdrawInvitation(actor, (await makeInvitation(organisation)).id),
    foreign: "refused",
  },
  {
    verb: "changeRole",
    act: "members.manage",
    call: async (actor, { organisation }) => changeRole(actor, (await makeMember(organisation)).memberId, "analyst"),
    foreign: "refused",
  },
  {
    verb: "removeMember",
    act: "members.manage",
    call: async (actor, { organisation }) => removeMember(actor, (await makeMember(organisation)).memberId),
    foreign: "refused",
  },
  { verb: "getAccount", act: "account.edit", call: getAccount, foreign: "nothing" },
  { verb: "changeName", act: "account.edit", call: (actor) => changeName(actor, "Amal"), foreign: "nothing" },
  {
    verb: "changePassword",
    act: "account.edit",
    call: (actor) =>
      changePassword(actor, {
        currentPassword: testPassword,
        password: "another long password",
        sessionId: null,
        network: actor.memberId,
      }),
    foreign: "nothing",
  },
  { verb: "listSessions", act: "account.edit", call: (actor) => listSessions(actor, null), foreign: "nothing" },
  { verb: "listOtherOrganisations", act: "account.edit", call: listOtherOrganisations, foreign: "nothing" },
  {
    verb: "chooseOrganisation",
    act: "account.edit",
    call: (actor) => chooseOrganisation(actor, actor.memberId, uuid()),
    foreign: "nothing",
  },
  { verb: "endSessions", act: "account.edit", call: (actor) => endSessions(actor, null), foreign: "nothing" },
  { verb: "getOrganisation", act: "organisation.edit", call: getOrganisation, foreign: "nothing" },
  {
    verb: "saveOrganisation",
    act: "organisation.edit",
    call: async (actor) => {
      const { organisationId: id } = actor;
      const now = await db().organisation.findUniqueOrThrow({ where: { id } });
      return saveOrganisation(actor, organisationMark(now), facts);
    },
    foreign: "nothing",
  },
];
