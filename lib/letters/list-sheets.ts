import { type Appeal, type AppealRecipient, listRecipientsOf } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { reachesFurther } from "@/lib/routing/reaches-further";
import { leavesIn } from "./leaves-in";
import { addressAll, type Sheet, sheetsOf } from "./sheets";
import { everybody } from "./versions";
import { sampleFor } from "./write";

/** How many of those that a rule reaches are named on a sheet: a rule may lead to the embassies of a country everywhere. */
const named = 3;

/**
 * The sheets of an appeal's form: what each of its recipients gets, and what those get that its rules lead to from any country.
 * The latter are named where nobody attached gets the same, or where they stand in a version. Costs nothing where no rule
 * reaches further, or all get the same text.
 * @param reader the language of the page
 */
export async function listSheets(appeal: Appeal, reader: string): Promise<Sheet[]> {
  const attached = appeal.recipients.map((recipient) => ({ recipient }));
  const sheets = sheetsOf(appeal, addressAll(appeal, attached, reader));
  const groups = groupsOf(appeal, await listReached(appeal), reader);
  const told = groups.filter((group) => group.version !== everybody || !sheets.some((one) => isSame(one, group)));
  const shown = await listRecipientsOf(told.flatMap(({ ids }) => ids.slice(0, named)));
  const others = told.map(({ version, language, ids }): Sheet => {
    const recipients = shown.filter(({ id }) => ids.includes(id));
    return { version, language, recipients, more: ids.length - recipients.length };
  });
  return [
    ...sheets.map((sheet) =>
      joined(
        sheet,
        others.find((one) => isSame(one, sheet)),
      ),
    ),
    ...others.filter((one) => !sheets.some((sheet) => isSame(one, sheet))),
  ];
}

type Reached = Pick<AppealRecipient, "id" | "language">;

async function listReached(appeal: Appeal): Promise<Reached[]> {
  const { rules, revision, recipients, organisationId, nature } = appeal;
  const attached = recipients.map(({ id }) => id);
  const placed = revision.versionRecipients.map(({ recipientId }) => recipientId);
  const further = placed.filter((id) => !attached.includes(id));
  const manyLanguages = new Set(revision.sampleLetters.map(({ language }) => language)).size > 1;
  if ((further.length === 0 && !manyLanguages) || !reachesFurther(rules)) return [];
  const embassies = { organisationId, represents: { in: rules.flatMap(({ represents }) => represents ?? []) } };
  const governments = rules.flatMap((rule) => (rule.kind === "own_government" ? rule.recipients : []));
  return db().recipient.findMany({
    where: {
      organisationId,
      doNotContactAt: null,
      id: manyLanguages ? { notIn: attached } : { in: further },
      OR: [{ embassies: { some: embassies } }, { id: { in: governments } }],
      ...(nature === "real" && { sample: false }),
    },
    orderBy: { id: "asc" },
    select: { id: true, language: true },
  });
}

type Group = Pick<Sheet, "version" | "language"> & { ids: string[] };

function groupsOf(appeal: Appeal, reached: Reached[], reader: string): Group[] {
  const { revision, defaultLanguage: fallback } = appeal;
  const samples = Map.groupBy(reached, (one) =>
    sampleFor(revision, one.id, { language: leavesIn(appeal, one, reader), fallback }),
  );
  return [...samples].map(([{ version, language }, all]) => ({ version, language, ids: all.map(({ id }) => id) }));
}

function isSame(one: Pick<Sheet, "version" | "language">, other: Pick<Sheet, "version" | "language">): boolean {
  return one.version === other.version && one.language === other.language;
}

function joined(sheet: Sheet, other: Sheet | undefined): Sheet {
  if (!other) return sheet;
  return { ...sheet, recipients: [...sheet.recipients, ...other.recipients], more: other.more };
}
