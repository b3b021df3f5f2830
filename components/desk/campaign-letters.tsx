import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeskCampaign, DeskRecipient } from "@/lib/campaigns/desk-queries";
import type { TallyState } from "@/lib/generated/prisma/enums";
import type { ListedLetter } from "@/lib/letters/queries";
import { type LetterQuery, letterListHref } from "@/lib/letters/schema";
import { Empty } from "./empty";
import { LetterTable } from "./letter-table";
import { Pager } from "./pager";
import { StateFilter } from "./state-filter";
import { letterTallies } from "./tallies";

type CampaignLettersProps = {
  campaign: DeskCampaign & { recipients: DeskRecipient[] };
  /** Null for a role that sees numbers only. */
  page: { letters: ListedLetter[]; next: string | null } | null;
  query: LetterQuery;
  href: string;
  /** The address of the campaign's signatures, for a role that may open one. */
  signatures?: string;
};

/** The letters of a campaign, a page at a time, by state and recipient. */
export function CampaignLetters({ campaign, page, query, href, signatures }: CampaignLettersProps) {
  const t = useTranslations("desk.letters");
  const tallies = useTranslations("desk.tallies");
  const reasons = useTranslations("desk.delivery.reasons");
  const inState = counts(campaign.recipients, query);
  const names = Object.fromEntries(campaign.recipients.map(({ id, name }) => [id, name]));
  const to = (changed: LetterQuery) => letterListHref(href, { ...query, before: undefined, ...changed });
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" className="mb-2 scroll-mt-4 font-serif text-lg">
        {t("title")}
      </h2>
      {!page && <Empty>{t("forbidden")}</Empty>}
      {page && (
        <StateFilter
          label={t("filter")}
          all={{ word: t("all"), count: inState.reduce((sum, [, count]) => sum + count, 0) }}
          counts={inState}
          word={(state) => tallies(state)}
          current={query.state}
          href={(state) => to({ state, reason: undefined })}
        />
      )}
      {page && query.recipient && (
        <p className="pt-3">
          {t("only", { recipient: names[query.recipient] ?? "—" })} ·{" "}
          <Link href={to({ recipient: undefined })} scroll={false} prefetch={false} className="link">
            {t("everyRecipient")}
          </Link>
        </p>
      )}
      {page && query.reason && (
        <p className="pt-3">
          {t("onlyHeld", { reason: reasons(query.reason) })} ·{" "}
          <Link href={to({ reason: undefined })} scroll={false} prefetch={false} className="link">
            {t("everyReason")}
          </Link>
        </p>
      )}
      {page && page.letters.length === 0 && (
        <p className="py-8 text-muted">
          {query.state || query.recipient || query.reason ? t("emptyFilter") : t("empty")}
        </p>
      )}
      {page && page.letters.length > 0 && <LetterTable letters={page.letters} names={names} signatures={signatures} />}
      <Pager
        label={t("pages")}
        newest={query.before ? { href: to({}), label: t("newest") } : null}
        older={page?.next ? { href: to({ before: page.next }), label: t("older") } : null}
      />
    </section>
  );
}

function counts(recipients: DeskRecipient[], { state: current, recipient }: LetterQuery): [TallyState, number][] {
  const lines = recipients.filter(({ id }) => !recipient || id === recipient).flatMap(({ letters }) => letters);
  return letterTallies
    .map((state): [TallyState, number] => [state, lines.reduce((sum, { totals }) => sum + totals[state], 0)])
    .filter(([state, count]) => count > 0 || state === current);
}
