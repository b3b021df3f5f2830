import { useTranslations } from "next-intl";
import type { Office } from "@/lib/recipients/office";
import { formatDay } from "./formats";
import type { OfficeActs } from "./office-facts";
import { HolderForm } from "./office-forms";
import { PressForm } from "./press-form";
import { Section } from "./section";

type OfficeHoldersProps = { office: Office; acts?: OfficeActs | undefined };
type Holder = Office["holders"][number];

/** Who held an office and when; and the letters that have not left and salute somebody else than its present holder. */
export function OfficeHolders({ office, acts }: OfficeHoldersProps) {
  const t = useTranslations("desk.office");
  const { holders, saluted } = office;
  const present = holders.find(({ until }) => until === null);
  return (
    <Section id="holders" title={t("holders")}>
      <p className="mb-4 max-w-[62ch] text-muted">{t("holdersLead")}</p>
      {present && saluted && acts && <Resalute {...{ present, saluted }} approve={acts.approve} />}
      {holders.length === 0 && <p className="text-muted">{t("noHolders")}</p>}
      <ol className="divide-y divide-line border-y border-line empty:hidden">
        {holders.map((holder) => (
          <li key={holder.id} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span className={holder === present ? "font-semibold wrap-anywhere" : "wrap-anywhere"}>
              <HolderWords holder={holder} />
            </span>
            <span className="text-muted">
              {t("span", {
                since: holder.since ? formatDay(holder.since) : t("sinceUnknown"),
                until: holder.until ? formatDay(holder.until) : t("present"),
              })}
            </span>
          </li>
        ))}
      </ol>
      {acts && (
        <details className="mt-4 print:hidden">
          <summary className="link flex min-h-11 w-fit cursor-pointer items-center">{t("change")}</summary>
          <div className="pt-2 pb-4">
            <HolderForm key={present?.id} action={acts.holder} keep={`holder:${present?.id ?? ""}`} />
          </div>
        </details>
      )}
    </Section>
  );
}

type ResaluteProps = { present: Holder; saluted: NonNullable<Office["saluted"]>; approve: OfficeActs["approve"] };

function Resalute({ present, saluted: { ours, withWriters, frozen }, approve }: ResaluteProps) {
  const t = useTranslations("desk.office");
  const count = ours + withWriters;
  if (count === 0) return null;
  return (
    <div role="note" className="mb-5 space-y-2 border-s-4 border-amber bg-sheet px-4 py-3 print:hidden">
      <p>{t("resalute", { ours, withWriters })}</p>
      {frozen > 0 && <p className="text-muted">{t("frozen", { frozen })}</p>}
      <PressForm
        action={approve}
        submit={present.name ? t("approve", { name: present.name, count }) : t("approveVacant", { count })}
        pending={t("approving")}
      />
    </div>
  );
}

function HolderWords({ holder: { name, status } }: { holder: Holder }) {
  const t = useTranslations("desk.office");
  if (status === "vacant") return <>{t("vacant")}</>;
  if (!name) return <>{t("unknown")}</>;
  return <>{status === "acting" ? t("acting", { name }) : name}</>;
}
