import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActButton } from "@/components/desk/act-button";
import type { FormAction } from "@/components/desk/action-form";
import { Moment } from "@/components/desk/moment";
import { Dotted } from "@/components/ui/dotted";
import type { ReceivedLine } from "@/lib/received/queries";

type ReceivedListProps = { received: ReceivedLine[]; path: string; bringBack: FormAction };

/** The appeals that were pasted lately, each with the way to where it is corrected. */
export function ReceivedList({ received, path, bringBack }: ReceivedListProps) {
  const t = useTranslations("desk.importing");
  if (received.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <>
      <p className="mb-3 max-w-[62ch] text-muted">{t("earlierLead")}</p>
      <ul className="max-w-[44rem] divide-y divide-line border-y border-line">
        {received.map((one) => (
          <li key={one.id} className="py-3">
            <ReceivedTitle one={one} path={path} />
            <Dotted
              className="text-muted"
              parts={[
                { key: "at", text: <Moment at={one.createdAt} /> },
                ...(one.by ? [{ key: "by", text: t("by", { name: one.by }) }] : []),
                { key: "state", text: t(`states.${one.state}`) },
              ]}
            />
            {one.state === "discarded" && (
              <ActButton
                action={bringBack}
                fields={{ received: one.id }}
                pending={t("bringingBack")}
                done={t("broughtBack")}
                label={t("bringBackLabel", { title: one.title ?? "" })}
              >
                {t("bringBack")}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function ReceivedTitle({ one, path }: { one: ReceivedLine; path: string }) {
  const t = useTranslations("desk.importing");
  const title = one.title?.trim() || t("untitled");
  const look = "font-semibold wrap-anywhere";
  if (one.state === "open") {
    return (
      <Link href={`${path}/${one.id}`} prefetch={false} dir="auto" className={`link ${look}`}>
        {title}
      </Link>
    );
  }
  if (one.state === "taken" && one.campaignId) {
    return (
      <Link href={`/desk/campaigns/${one.campaignId}`} dir="auto" className={`link ${look}`}>
        {one.title?.trim() || t("taken")}
      </Link>
    );
  }
  return (
    <span dir="auto" className={look}>
      {title}
    </span>
  );
}
