import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import type { Address, Prisma } from "@/lib/generated/prisma/client";
import { presentShape, recipientFingerprint } from "@/lib/recipients/changed";
import { rerouteLetters } from "@/lib/recipients/reroute-letters";
import type { AddressInput } from "@/lib/recipients/schema";
import { writeAddresses, writeHolder, writeTexts } from "@/lib/recipients/write-recipient";
import { type EmbassyInput, embassyChannels } from "./schema";
import { textOf } from "./write-embassies";

type Tx = Prisma.TransactionClient;

/**
 * Saves an embassy and, of its recipient, what the form asks for: further addresses and languages stay.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("changed-meanwhile") when its recipient is no longer what the
 *   form was opened with; ZodError where there is another embassy of this country in this host
 */
export async function saveEmbassy(actor: Actor, id: string, input: EmbassyInput): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  const { represents, host, coversAlso } = input;
  await db().$transaction(
    async (tx) => {
      const embassy = validate(id) ? await tx.embassy.findFirst({ where: { id, organisationId } }) : null;
      if (!embassy) throw new Refusal("not-found");
      const twin = { organisationId, represents, host, id: { not: id } };
      if ((await tx.embassy.count({ where: twin })) > 0) throw fieldError("host", "taken");
      await saveOffice(tx, actor, embassy.recipientId, input);
      await tx.embassy.update({ where: { id }, data: { represents, host, coversAlso } });
      await recordEvent(actor, { action: "embassy.saved", subjectType: "embassy", subjectId: id }, tx);
    },
    { timeout: 120_000 },
  );
}

async function saveOffice(tx: Tx, actor: Actor, recipientId: string, input: EmbassyInput): Promise<void> {
  await tx.$queryRaw`select 1 from recipients where id = ${recipientId}::uuid for no key update`;
  const before = await tx.recipient.findUniqueOrThrow({ where: { id: recipientId }, select: presentShape });
  if (recipientFingerprint(before) !== input.seen) throw new Refusal("changed-meanwhile");
  const of = { actor, recipientId };
  const [holder] = before.holders;
  const own = { body: before.texts.find(({ language }) => language === "en")?.body ?? "", ...textOf(input) };
  const others = before.texts.filter(({ language }) => language !== "en");
  await tx.recipient.update({ where: { id: recipientId }, data: { language: input.language } });
  await writeTexts(tx, of, [own, ...others]);
  if ((holder?.name ?? "") !== input.holder) {
    await writeHolder(tx, of, holder, { name: input.holder || null, status: "in_office" });
  }
  await writeAddresses(tx, of, before.addresses, mergedAddresses(before.addresses, input.addresses));
  await rerouteLetters(tx, of);
}

/** The form's address of each channel in place of the first one there was; all others, with what is known of them, stay. */
function mergedAddresses(before: Address[], given: AddressInput[]): AddressInput[] {
  const shown = embassyChannels.flatMap((one) => before.find(({ channel }) => channel === one) ?? []);
  const kept = before.filter((one) => !shown.includes(one));
  const same = (one: AddressInput) =>
    shown.find(({ channel, value }) => channel === one.channel && value === one.value);
  const typed = given.map((one) => ({ ...one, status: same(one)?.status ?? one.status }));
  const isTyped = (one: Address) => typed.some(({ channel, value }) => channel === one.channel && value === one.value);
  return [...typed, ...kept.filter((one) => !isTyped(one)).map(asInput)];
}

function asInput({ channel, value, raw, lane, status }: Address): AddressInput {
  return { channel, value, raw: raw ?? value, lane, status };
}
