import { v7 as uuid } from "uuid";
import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { env } from "@/lib/env";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type AccountNews, writeAccountNotice } from "./messages";

type Tx = Prisma.TransactionClient;

/** What can happen to an account, as the audit log calls it after `account.`. */
type AccountAct = AccountNews | "end-session" | "end-sessions";

/**
 * Leaves an audit event of an account in each organisation it is a member of: each relies on it.
 * @param by the account that did it; null where nobody can say
 */
export async function recordAccountEvent(
  tx: Tx,
  accountId: string,
  act: AccountAct,
  by: string | null = accountId,
): Promise<void> {
  const members = await tx.member.findMany({ where: { accountId, removedAt: null }, select: { organisationId: true } });
  await tx.auditEvent.createMany({
    data: members.map(({ organisationId }) => ({
      id: uuid(),
      organisationId,
      accountId: by,
      action: `account.${act}`,
      subjectType: "account",
      subjectId: accountId,
    })),
  });
}

/**
 * Tells by one mail whose account it is what happened to it, and what to do if it was somebody else. The mail is queued in the
 * transaction of what it tells; of several organisations the one joined first sends it.
 */
export async function tellAccount(tx: Tx, accountId: string, news: AccountNews): Promise<void> {
  const member = await tx.member.findFirst({
    where: { accountId, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { organisation: { select: { id: true, name: true } }, account: { select: { email: true } } },
  });
  if (!member) return;
  const { organisation, account } = member;
  const link = `${env().APP_URL}/desk/account`;
  await queueStaffMail(tx, {
    organisationId: organisation.id,
    kind: "account_notice",
    to: { name: "", address: account.email },
    fromName: organisation.name,
    language: "en",
    ...writeAccountNotice({ organisation: organisation.name, news, link, at: new Date() }),
  });
}

/** Both: what a member may not miss. */
export async function announce(tx: Tx, accountId: string, news: AccountNews): Promise<void> {
  await recordAccountEvent(tx, accountId, news);
  await tellAccount(tx, accountId, news);
}
