import { useTranslations } from "next-intl";
import { formatDay } from "@/components/desk/formats";
import type { DeskPerson } from "@/lib/cases/queries";

type Consent = DeskPerson["consents"][number];

/** Every consent of a person, the withdrawn ones too, the newest first. */
export function ConsentList({ consents }: { consents: Consent[] }) {
  const t = useTranslations("desk.consents");
  if (consents.length === 0) return <p className="max-w-[62ch] text-muted">{t("empty")}</p>;
  return (
    <ul className="border-t border-line">
      {consents.map((consent) => (
        <li key={consent.id} className="border-b border-line py-2.5">
          <ConsentLine consent={consent} />
        </li>
      ))}
    </ul>
  );
}

function ConsentLine({ consent: { scopes, givenBy, givenOn, withdrawnAt, note } }: { consent: Consent }) {
  const t = useTranslations("desk.consents");
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">{scopes.map((scope) => t(`scopes.${scope}`)).join(" · ")}</span>
        <span>{t("line", { giver: t(`givers.${givenBy}`), day: formatDay(givenOn) })}</span>
        <span className={withdrawnAt ? "text-brick" : "text-moss"}>
          {withdrawnAt ? t("withdrawnOn", { day: formatDay(withdrawnAt) }) : t("active")}
        </span>
      </p>
      {note && (
        <p className="max-w-[62ch] text-xs leading-5 whitespace-pre-line wrap-anywhere text-muted" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
