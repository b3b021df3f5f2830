import { useTranslations } from "next-intl";
import type { Channel } from "@/lib/generated/prisma/enums";
import type { Office } from "@/lib/recipients/office";
import { standingOf } from "@/lib/recipients/schema";
import { Moment } from "./moment";

const tones = { working: "text-muted", untried: "text-muted", failing: "text-amber", dead: "text-brick" } as const;

/** The addresses of an office in the order in which they are tried, and when each last took a letter. */
export function OfficeAddresses({ addresses, carried }: Pick<Office, "addresses"> & { carried: Channel[] }) {
  const t = useTranslations("desk");
  if (addresses.length === 0) return <p className="text-brick">{t("recipientList.noAddress")}</p>;
  return (
    <ol className="divide-y divide-line border-y border-line">
      {addresses.map(({ id, channel, shown, status, said, lastWorkedAt }) => (
        <li key={id} className="py-2">
          <p className="wrap-anywhere">
            {t(`channels.${channel}`)}: <bdi>{shown}</bdi>{" "}
            <span className={tones[standingOf({ status, lastWorkedAt })]}>
              · {t(`recipient.statuses.${standingOf({ status, lastWorkedAt })}`)}
            </span>
          </p>
          {!carried.includes(channel) && <p className="text-xs leading-5 text-muted">{t("bySigners", { channel })}</p>}
          <p className="text-xs leading-5 text-muted">
            {lastWorkedAt ? (
              <>
                {t("addresses.lastTaken")} <Moment at={lastWorkedAt} />
              </>
            ) : (
              t("office.neverWorked")
            )}
          </p>
          {said && status !== "working" && (
            <p className="text-xs leading-5 wrap-anywhere text-muted">
              {t("addresses.said")}: <q lang="en">{said}</q>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
