import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActButton } from "@/components/desk/act-button";
import { Count } from "@/components/desk/count";
import { FoldedWord } from "@/components/desk/folded-word";
import { Section } from "@/components/desk/section";
import { Cell, FoldedRow, Head, RowHead, Table } from "@/components/desk/table";
import type { HoldReason } from "@/lib/generated/prisma/enums";
import type { CampaignDelivery } from "@/lib/delivery/queries";
import { letterListHref } from "@/lib/letters/schema";
import type { DeliveryActs } from "./live-delivery";

type HeldTableProps = {
  campaign: CampaignDelivery;
  /** The campaign's page with the list of letters. */
  href: string;
  path: string;
  acts: DeliveryActs;
};

/** Which letters are held, why, and what a member can do about it. */
export function HeldTable({ campaign, href, path, acts }: HeldTableProps) {
  const t = useTranslations("desk.delivery");
  const groups = campaign.lines.flatMap(({ recipientId, name, held }) =>
    held.map(({ reason, count }) => ({ recipientId, name, reason, count })),
  );
  if (groups.length === 0) return null;
  return (
    <Section id="held" title={t("held.title")}>
      <Table
        caption={t("held.caption")}
        head={
          <>
            <Head>{t("recipient")}</Head>
            <Head>{t("held.reason")}</Head>
            <Head number>{t("held.count")}</Head>
            {acts.retry && <Head>{t("held.acts")}</Head>}
          </>
        }
      >
        {groups.map(({ recipientId: recipient, name, reason, count }) => (
          <FoldedRow key={`${recipient} ${reason}`} className="max-xl:block">
            <RowHead className="pe-6 wrap-anywhere max-xl:block">{name}</RowHead>
            <Cell className="max-w-[40ch] max-xl:block">{t(`reasons.${reason}`)}</Cell>
            <Cell number className="max-xl:block">
              <FoldedWord>{t("held.count")}</FoldedWord>
              <Count value={count} href={letterListHref(href, { state: "held", recipient, reason })} />
            </Cell>
            {acts.retry && (
              <Cell className="max-xl:block">
                <HeldActs {...{ campaign: campaign.id, recipient, name, reason, count, href, path, acts }} />
              </Cell>
            )}
          </FoldedRow>
        ))}
      </Table>
    </Section>
  );
}

type HeldActsProps = Pick<HeldTableProps, "href" | "path" | "acts"> & {
  campaign: string;
  recipient: string;
  name: string;
  reason: HoldReason;
  count: number;
};

/** What a member decides for the whole campaign, on the page about its life. */
function decidedElsewhere(reason: HoldReason): boolean {
  return reason === "deadline" || reason === "stop";
}

function HeldActs({ campaign, recipient, name, reason, count, href, path, acts }: HeldActsProps) {
  const t = useTranslations("desk.delivery");
  const { retry, skip, release } = acts;
  const releaseAll =
    reason !== "ambiguous" &&
    reason !== "breaker" &&
    reason !== "address" &&
    reason !== "words" &&
    !decidedElsewhere(reason) &&
    release?.[reason];
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 print:hidden">
      {reason === "breaker" && <span className="text-muted">{t("held.byItself")}</span>}
      {reason === "breaker" && retry && (
        <ActButton
          action={retry}
          fields={{ campaign, recipient, which: "waiting" }}
          label={t("held.probeLabel", { name })}
          pending={t("acts.sending")}
          done={t("held.probed")}
        >
          {t("held.probe")}
        </ActButton>
      )}
      {reason === "address" && retry && (
        <Link href={`${href}/recipients`} className="link">
          {t("held.addAddress")}
        </Link>
      )}
      {reason === "words" && retry && (
        <Link href={`${href}/words`} className="link">
          {t("held.read")}
        </Link>
      )}
      {decidedElsewhere(reason) && (
        <Link href={`${href}/life`} className="link">
          {t("held.decide")}
        </Link>
      )}
      {releaseAll && (
        <ActButton action={releaseAll} pending={t("held.releasing")} done={t("held.released")}>
          {t("held.release")} <span className="text-xs">{t("held.releaseHint")}</span>
        </ActButton>
      )}
      {reason === "ambiguous" && retry && (
        <ActButton
          action={retry}
          fields={{ campaign, recipient, which: "ambiguous" }}
          label={t("held.resendLabel", { name })}
          pending={t("acts.sending")}
          done={t("acts.done")}
        >
          {t("held.resend")}
        </ActButton>
      )}
      {skip && reason !== "words" && (
        <Link
          href={`${path}?${new URLSearchParams({ skip: `${recipient} ${reason}` }).toString()}#skip`}
          prefetch={false}
          aria-label={t("held.skipLabel", { count, name })}
          className="link"
        >
          {t("held.skip")}
        </Link>
      )}
      {reason === "ambiguous" && retry && (
        <span className="w-full text-xs leading-5 text-muted">{t("held.resendHint")}</span>
      )}
    </span>
  );
}
