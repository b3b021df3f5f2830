import { v7 as uuid } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { listAuditedMembers, listEvents } from "@/lib/accounts/audit-queries";
import { addPasskey } from "@/lib/accounts/add-passkey";
import { askForProof } from "@/lib/accounts/ask-for-proof";
import { beginPasskey } from "@/lib/accounts/begin-passkey";
import { beginTotp } from "@/lib/accounts/begin-totp";
import { changeRights } from "@/lib/accounts/change-rights";
import { cancelTotp } from "@/lib/accounts/cancel-totp";
import { confirmTotp } from "@/lib/accounts/confirm-totp";
import { endOwnSession } from "@/lib/accounts/end-own-session";
import { exportEvents } from "@/lib/accounts/export-events";
import { hideRecoveryCodes } from "@/lib/accounts/hide-recovery-codes";
import { proveByCode } from "@/lib/accounts/prove-by-code";
import { proveByPasskey } from "@/lib/accounts/prove-by-passkey";
import { removePasskey } from "@/lib/accounts/remove-passkey";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { removeTotp } from "@/lib/accounts/remove-totp";
import { renewRecoveryCodes } from "@/lib/accounts/renew-recovery-codes";
import { requireSecondFactor } from "@/lib/accounts/require-second-factor";
import { resetSecondFactor } from "@/lib/accounts/reset-second-factor";
import { getSecondFactor } from "@/lib/accounts/second-factor-queries";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import { makeMember, makeProvenSession, makeTotp, testPassword } from "@/tests/members";
import type { AccessRow } from "./row";

const proof = (network: string) => ({ currentPassword: testPassword, network, sessionId: null });
const held = { personal: true, manage: false, send: false, export: true };

export const rows: AccessRow[] = [
  { verb: "getSecondFactor", act: "account.secure", call: (actor) => getSecondFactor(actor, null), foreign: "nothing" },
  {
    verb: "beginTotp",
    act: "account.secure",
    call: (actor) => beginTotp(actor, proof(actor.memberId)),
    foreign: "nothing",
  },
  {
    verb: "cancelTotp",
    act: "account.secure",
    async call(actor) {
      await beginTotp(actor, proof(actor.memberId));
      return cancelTotp(actor, null);
    },
    foreign: "nothing",
  },
  {
    verb: "confirmTotp",
    act: "account.secure",
    call: async (actor) => confirmTotp(actor, { ...proof(actor.memberId), code: await codeOf(actor, null) }),
    foreign: "nothing",
  },
  {
    verb: "renewRecoveryCodes",
    act: "account.secure",
    async call(actor) {
      await codeOf(actor);
      return renewRecoveryCodes(actor, await provenSession(actor));
    },
    foreign: "nothing",
  },
  { verb: "hideRecoveryCodes", act: "account.secure", call: hideRecoveryCodes, foreign: "nothing" },
  {
    verb: "removeSecondFactor",
    act: "account.secure",
    async call(actor) {
      await codeOf(actor);
      return removeSecondFactor(actor, await provenSession(actor));
    },
    foreign: "nothing",
  },
  {
    verb: "beginPasskey",
    act: "account.secure",
    async call(actor) {
      return beginPasskey(actor, { ...proof(actor.memberId), sessionId: await provenSession(actor) });
    },
    foreign: "nothing",
  },
  {
    verb: "addPasskey",
    act: "account.secure",
    async call(actor) {
      const refusal = await orRefusal(addPasskey(actor, { sessionId: null, name: "Blue key", answer: "{}" }));
      if (refusal instanceof Refusal && refusal.code !== "wrong-passkey") throw refusal;
    },
    foreign: "nothing",
  },
  {
    verb: "removePasskey",
    act: "account.secure",
    call: async (actor) => removePasskey(actor, await makePasskey(actor.accountId), await provenSession(actor)),
    foreign: "nothing",
  },
  {
    verb: "removeTotp",
    act: "account.secure",
    async call(actor) {
      await codeOf(actor);
      await makePasskey(actor.accountId);
      return removeTotp(actor, await provenSession(actor));
    },
    foreign: "nothing",
  },
  {
    verb: "proveByCode",
    act: "account.secure",
    async call(actor) {
      const [code, sessionId] = [await codeOf(actor), await provenSession(actor)];
      return proveByCode(actor, { ...proof(actor.memberId), code, sessionId });
    },
    foreign: "nothing",
  },
  {
    verb: "askForProof",
    act: "account.secure",
    async call(actor) {
      await makePasskey(actor.accountId);
      return askForProof(actor, { ...proof(actor.memberId), sessionId: await provenSession(actor) });
    },
    foreign: "nothing",
  },
  {
    verb: "proveByPasskey",
    act: "account.secure",
    async call(actor) {
      const given = { answer: "{}", network: actor.memberId, sessionId: null };
      const refusal = await orRefusal(proveByPasskey(actor, given));
      if (refusal instanceof Refusal && refusal.code !== "wrong-passkey") throw refusal;
    },
    foreign: "nothing",
  },
  {
    verb: "endOwnSession",
    act: "account.edit",
    async call(actor) {
      const known = await db().account.count({ where: { id: actor.accountId } });
      return endOwnSession(actor, known ? await startSession(actor.accountId) : uuid());
    },
    foreign: "nothing",
  },
  {
    verb: "changeRights",
    act: "members.rights",
    call: async (actor, { organisation }) => changeRights(actor, (await makeMember(organisation)).memberId, held),
    foreign: "refused",
  },
  {
    verb: "resetSecondFactor",
    act: "members.manage",
    async call(actor, { organisation }) {
      const member = await makeMember(organisation);
      await makeTotp(member.accountId);
      return resetSecondFactor(actor, member.memberId);
    },
    foreign: "refused",
  },
  {
    verb: "requireSecondFactor",
    act: "organisation.edit",
    call: (actor) => requireSecondFactor(actor, false),
    foreign: "nothing",
  },
  {
    verb: "listEvents",
    act: "audit.read",
    call: (actor) => listEvents(actor, { search: {}, limit: 10 }),
    foreign: "nothing",
  },
  { verb: "listAuditedMembers", act: "audit.read", call: listAuditedMembers, foreign: "nothing" },
  {
    verb: "exportEvents",
    act: "audit.export",
    async call(actor) {
      const lines: string[] = [];
      for await (const line of await exportEvents(actor, {})) lines.push(line.toString("utf8"));
      return lines;
    },
    foreign: "nothing",
  },
];

/** A code of an app the actor's account has, if there is such an account. */
async function codeOf({ accountId }: Actor, confirmedAt?: null): Promise<string> {
  const known = await db().account.count({ where: { id: accountId } });
  return known ? (await makeTotp(accountId, confirmedAt))() : "000000";
}

/** A session in which the actor's account may change its second factor, if there is such an account. */
async function provenSession({ accountId }: Actor): Promise<string | null> {
  const known = await db().account.count({ where: { id: accountId } });
  return known ? makeProvenSession(accountId) : null;
}

/** A passkey of the actor's account, if there is such an account. */
async function makePasskey(accountId: string): Promise<string> {
  const id = uuid();
  const row = { id, accountId, credentialId: id, publicKey: Buffer.from("no key"), counter: 0, name: "Blue key" };
  if (await db().account.count({ where: { id: accountId } })) await db().passkey.create({ data: row });
  return id;
}
