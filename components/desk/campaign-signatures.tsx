import { useTranslations } from "next-intl";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import type { Totals } from "@/lib/reports/queries";
import type { ListedSignature } from "@/lib/signatures/desk-queries";
import {
  type SignatureFilter,
  type SignatureQuery,
  signatureFilters,
  signatureListHref,
} from "@/lib/signatures/schema";
import { Empty } from "./empty";
import { Pager } from "./pager";
import { SignatureTable } from "./signature-table";
import { StateFilter } from "./state-filter";

type CampaignSignaturesProps = {
  campaign: DeskCampaign;
  page: { signatures: ListedSignature[]; next: string | null };
  query: SignatureQuery;
  href: string;
  /** Whether the reader's role may open one. */
  opens: boolean;
};

/** The signatures of a campaign, a page at a time, by state. */
export function CampaignSignatures({ campaign, page, query, href, opens }: CampaignSignaturesProps) {
  const t = useTranslations("desk.signatures");
  const states = useTranslations("desk.signatureStates");
  const to = (changed: SignatureQuery) => signatureListHref(href, { ...query, before: undefined, ...changed });
  const all = counted(campaign.totals, "signed") + out.reduce((sum, state) => sum + campaign.totals[state], 0);
  if (all === 0 && page.signatures.length === 0) {
    return <Empty title={t("emptyTitle")}>{campaign.publishedAt ? t("empty") : t("notPublished")}</Empty>;
  }
  return (
    <section aria-label={t("title")}>
      <StateFilter
        label={t("filter")}
        all={{ word: t("all"), count: all }}
        counts={signatureFilters
          .map((state): [SignatureFilter, number] => [state, counted(campaign.totals, state)])
          .filter(([state, count]) => count > 0 || state === query.state)}
        word={(state) => states(state)}
        current={query.state}
        href={(state) => to({ state })}
      />
      {page.signatures.length === 0 ? (
        <p className="py-8 text-muted">{t("emptyFilter")}</p>
      ) : (
        <SignatureTable signatures={page.signatures} href={opens ? href : undefined} />
      )}
      <Pager
        label={t("pages")}
        newest={query.before ? { href: to({}), label: t("newest") } : null}
        older={page.next ? { href: to({ before: page.next }), label: t("older") } : null}
      />
      <p className="mt-6 max-w-[62ch] text-xs leading-5 text-muted">{t("noNames")}</p>
    </section>
  );
}

const out = ["withdrawn", "invalidated", "erased"] as const;

/** Those not confirmed yet are no tally of their own: they are who signed, less who has confirmed. */
function counted(totals: Totals, filter: SignatureFilter): number {
  return filter === "pending" ? totals.signed - totals.confirmed : totals[filter];
}
