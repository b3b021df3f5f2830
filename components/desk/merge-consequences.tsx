import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MergePreview } from "@/lib/recipients/merge-preview";
import type { FormAction } from "./action-form";
import { PressForm } from "./press-form";
import { Section } from "./section";

type MergeConsequencesProps = {
  preview: MergePreview;
  countries: Record<string, string>;
  action: FormAction;
  /** The same page, keeping the other one. */
  swap: string;
};

/** What merging two recipients does, before it is done. */
export function MergeConsequences({ preview, countries, action, swap }: MergeConsequencesProps) {
  const t = useTranslations("desk.merge");
  const { letters, both, versions, doNotContact } = preview;
  const nameOf = (version: string | null) => version ?? t("toEverybody");
  const counted = (["moved", "asTheyAre", "otherVersion", "cancelled", "twice", "sent"] as const).filter(
    (fate) => letters[fate] > 0 || fate === "moved" || fate === "sent",
  );
  return (
    <div className="max-w-[44rem] space-y-8">
      <dl className="divide-y divide-line border-y border-line">
        {(["stays", "goes"] as const).map((which) => {
          const { id, short, country, addresses, reached, campaigns } = preview[which];
          return (
            <div key={which} className="grid gap-x-6 py-3 sm:grid-cols-[6rem_1fr]">
              <dt className="text-muted">{t(which)}</dt>
              <dd className="wrap-anywhere">
                <Link href={`/desk/recipients/${id}`} prefetch={false} className="link font-semibold">
                  {short}
                </Link>
                {reached.length > 0 && <bdi className="block">{reached.join("; ")}</bdi>}
                <span className="block text-muted">
                  {t("line", { country: countries[country] ?? country, addresses, campaigns })}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <Section id="what" title={t("what")}>
        <ul className="list-disc space-y-1.5 ps-5">
          <li>{t("campaigns", { both })}</li>
          <li>{t("belongings")}</li>
          {counted.map((fate) => (
            <li key={fate}>{t(fate, { count: letters[fate] })}</li>
          ))}
          {doNotContact && <li className="font-semibold text-brick">{t("silence")}</li>}
          <li className="font-semibold">{t("forGood")}</li>
        </ul>
      </Section>
      {versions.length > 0 && (
        <Section id="versions" title={t("versions")}>
          <ul className="list-disc space-y-1.5 ps-5">
            {versions.map(({ campaignId, title, version, other }) => (
              <li key={campaignId} className="wrap-anywhere">
                {t(version === other ? "sameVersion" : "keepsVersion", {
                  title,
                  version: nameOf(version),
                  other: nameOf(other),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PressForm
        action={action}
        submit={t("submit")}
        pending={t("merging")}
        look="grave"
        aside={
          <Link href={swap} className="link">
            {t("swap")}
          </Link>
        }
      />
    </div>
  );
}
