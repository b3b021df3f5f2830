import { protectedShape } from "@/lib/cases/persons";
import { db } from "@/lib/db";
import type { Distribution } from "@/lib/generated/prisma/enums";
import type { AppealContent } from "@/lib/importing/content";
import { writeAppeal } from "@/lib/importing/write-appeal";
import { listOwnLetters } from "./own-letters";
import { type Appeal, listRecipientsOf } from "./queries";
import { textContent } from "./text-content";
import { textSender } from "./text-sender";

/** An appeal as plain text to pass on, with everybody its rules lead to by name, and who may see it. */
export async function textOf(
  appeal: Appeal,
  language: string,
  readers: "members" | "public",
): Promise<{ text: string; distribution: Distribution | null; ownLetters: string[] }> {
  const { distribution, case: its } = await db().campaign.findUniqueOrThrow({
    where: { id: appeal.id },
    select: { distribution: true, case: { select: { persons: { select: protectedShape } } } },
  });
  const recipients = [...appeal.recipients, ...(await listGovernments(appeal))];
  const whole = { ...appeal, recipients: recipients.filter(({ texts }) => texts.length > 0) };
  const all = textContent(whole, its.persons, language);
  const content = readers === "public" ? publicContent(all, appeal.stoppedAt !== null) : all;
  const text = writeAppeal(content, textSender(whole, distribution, language));
  return { text, distribution, ownLetters: listOwnLetters(whole, language) };
}

/** Those who get a copy are often organisations and lawyers, and did not ask to be written to. After a STOP nobody is. */
function publicContent(content: AppealContent, stopped: boolean): AppealContent {
  const { recipients, letter } = content;
  const shown = recipients.map((one) => (stopped || one.role === "copy" ? { ...one, addresses: [] } : one));
  return { ...content, recipients: shown, letter: stopped ? null : letter };
}

/** Those whom only rules for a reader's own government lead to, and who may be written to. */
async function listGovernments({ rules, recipients }: Appeal): Promise<Appeal["recipients"]> {
  const named = rules.flatMap((rule) => (rule.kind === "own_government" ? rule.recipients : []));
  const further = named.filter((id) => !recipients.some((one) => one.id === id));
  return (await listRecipientsOf([...new Set(further)])).filter(({ doNotContactAt }) => doNotContactAt === null);
}
