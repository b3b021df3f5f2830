import { getTotalsOf } from "@/lib/reports/queries";
import { publicTallies } from "@/lib/reports/schema";
import { findAppeal, type Appeal } from "./queries";

/** Public facts and tallies of an appeal, or null when the public may not see one at this slug. */
export async function findAppealFacts(slug: string) {
  const appeal = await findAppeal(slug);
  if (!appeal) return null;
  const totals = await getTotalsOf(appeal.id);
  const tallies = Object.fromEntries(publicTallies.map((state) => [state, totals[state]]));
  return { ...facts(appeal), tallies };
}

function facts(appeal: Appeal) {
  const { slug, kind, state, nature, deadlineAt, deadlineZone, defaultLanguage, publishedAt, original, revision } =
    appeal;
  return {
    slug,
    kind,
    state,
    stopped: appeal.stoppedAt !== null,
    checkFirst: appeal.stoppedAt === null && appeal.overdueAt !== null,
    example: nature === "example",
    organisation: appeal.organisation.name,
    country: appeal.case.country,
    originator: original?.originator ?? null,
    forwarder: original?.forwarder ?? null,
    reference: original?.reference ?? null,
    publishedAt,
    deadline: deadlineAt && { at: deadlineAt, zone: deadlineZone },
    revision: revision.number,
    defaultLanguage,
    texts: revision.texts.map(({ language, title, request, summary }) => ({ language, title, request, summary })),
    recipients: appeal.recipients.map(({ role, country, texts, holders, addresses }) => ({
      role,
      country,
      office: texts.map(({ language, office }) => ({ language, office })),
      holder: holders[0]?.name ?? null,
      channels: [...new Set(addresses.map(({ channel }) => channel))],
    })),
  };
}
