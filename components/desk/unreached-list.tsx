import Link from "next/link";
import { useTranslations } from "next-intl";
import { letterListHref } from "@/lib/letters/schema";
import type { TroubledAddress, Unreached } from "@/lib/recipients/list-unreached";
import type { FormAction } from "./action-form";
import { formatNumber } from "./formats";
import { Moment } from "./moment";
import { PressForm } from "./press-form";

/** `works` is missing for those who may not let letters leave. */
type Acts = (addressId: string) => { works?: FormAction | undefined; dead: FormAction };

type UnreachedListProps = {
  unreached: Unreached[];
  /** Names of countries by their code. */
  countries: Record<string, string>;
  /** Whether the numbers lead to the letters behind them. */
  letters: boolean;
  /** Missing for those who may only look. */
  acts?: Acts;
  /** Lets go what waits though there is an address; missing for those who may not let letters leave. */
  release?: ((recipientId: string) => FormAction) | undefined;
};

/** Recipients whose letters come back or wait: which address fails, what its server said, and what can be done. */
export function UnreachedList({ unreached, countries, letters, acts, release }: UnreachedListProps) {
  const t = useTranslations("desk.addresses");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {unreached.map((recipient) => {
        const { id, name, country, addresses, campaignId, reachable } = recipient;
        return (
          <li key={id} className="py-6">
            <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
              <h2 className="font-serif text-lg wrap-anywhere">
                {name} <span className="font-sans text-sm text-muted">· {countries[country] ?? country}</span>
              </h2>
              {acts && campaignId && (
                <Link href={`/desk/campaigns/${campaignId}/recipients/${id}`} prefetch={false} className="link">
                  {t("edit")}
                  <span className="sr-only"> {name}</span>
                </Link>
              )}
            </div>
            <Waiting recipient={recipient} letters={letters} />
            {recipient.ready > 0 && <Ready {...recipient} release={release?.(id)} />}
            {!reachable && (
              <p className="mt-1 max-w-[62ch] text-brick">{t(addresses.length > 0 ? "none" : "noAddress")}</p>
            )}
            <ul className="mt-3 space-y-4">
              {addresses.map((address) => (
                <li key={address.id} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
                  <Facts address={address} />
                  {acts && <Decide address={address} acts={acts(address.id)} />}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** How many letters wait, by campaign. */
function Waiting({ recipient: { id, waiting }, letters }: { recipient: Unreached; letters: boolean }) {
  const t = useTranslations("desk.addresses");
  const all = waiting.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p className="mt-1 text-muted">{t("nothingWaits")}</p>;
  return (
    <div className="mt-1">
      <p className="font-semibold text-amber">{t("waiting", { count: all })}</p>
      <ul>
        {waiting.map(({ campaignId, title, count }) => (
          <li key={campaignId} className="wrap-anywhere">
            {title}:{" "}
            {letters ? (
              <Link
                href={letterListHref(`/desk/campaigns/${campaignId}`, { state: "held", recipient: id })}
                prefetch={false}
                className="link tabular-nums"
              >
                {t("letters", { count })}
              </Link>
            ) : (
              formatNumber(count)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Letters that have an address again, which somebody gave who may not send: what to do, by whoever may. */
function Ready({ ready, name, release }: Pick<Unreached, "ready" | "name"> & { release: FormAction | undefined }) {
  const t = useTranslations("desk.addresses");
  return (
    <div role="group" aria-label={t("readyOf", { name })} className="mt-2 max-w-[62ch] space-y-3">
      <p>{t(release ? "ready" : "readyForOthers", { count: ready })}</p>
      {release && <PressForm action={release} submit={t("release", { count: ready })} pending={t("releasing")} />}
    </div>
  );
}

const tones = { working: "text-muted", failing: "text-amber", dead: "text-brick" } as const;

function Facts({ address }: { address: TroubledAddress }) {
  const t = useTranslations("desk");
  const { channel, shown, status, failures, holds, failedAt, said, lastWorkedAt } = address;
  const told = holds ? "holds" : status === "failing" && failures === 0 ? "passing" : status;
  return (
    <div className="min-w-0 max-w-[62ch] flex-[1_1_24rem]">
      <p className="wrap-anywhere">
        {t(`channels.${channel}`)}: <bdi className="font-semibold">{shown}</bdi>{" "}
        <span className={tones[status]}>· {t(`addresses.statuses.${status}`)}</span>
      </p>
      {told !== "working" && <p>{t(`addresses.told.${told}`, { count: failures })}</p>}
      {said && (
        <p className="mt-1 border-s-2 border-edge ps-3 wrap-anywhere">
          <span className="text-muted">
            {t("addresses.said")}
            {failedAt && (
              <>
                , <Moment at={failedAt} />
              </>
            )}
            :{" "}
          </span>
          <q lang="en" className="font-mono text-xs">
            {said}
          </q>
        </p>
      )}
      {lastWorkedAt && (
        <p className="mt-1 text-xs leading-5 text-muted">
          {t("addresses.lastTaken")} <Moment at={lastWorkedAt} />
        </p>
      )}
    </div>
  );
}

function Decide({ address: { status, shown }, acts }: { address: TroubledAddress; acts: ReturnType<Acts> }) {
  const t = useTranslations("desk.addresses");
  if (!acts.works && status === "dead") return null;
  return (
    <div role="group" aria-label={t("decide", { address: shown })} className="flex flex-wrap gap-2 print:hidden">
      {acts.works && <PressForm action={acts.works} submit={t("works")} pending={t("saving")} />}
      {status !== "dead" && <PressForm action={acts.dead} submit={t("dead")} pending={t("saving")} />}
    </div>
  );
}
