import { useTranslations } from "next-intl";
import type { Channel } from "@/lib/generated/prisma/enums";
import type { CampaignRecipientLine } from "@/lib/recipients/queries";

type RecipientFactsProps = {
  recipient: CampaignRecipientLine;
  names: Record<string, string>;
  languages: string[];
  /** The channels that letters leave by here; by the others each signer sends them. */
  carried: Channel[];
};

const tones = { working: "text-muted", untried: "text-muted", failing: "text-amber", dead: "text-brick" } as const;

/** What is to be known of a recipient in a list: office, holder, country, how it is reached, and what is missing. */
export function RecipientFacts({ recipient, names, languages, carried }: RecipientFactsProps) {
  const t = useTranslations("desk");
  const { office, holder, country, addresses, languages: has, doNotContact } = recipient;
  const missing = languages.filter((language) => !has.includes(language));
  return (
    <div className="mt-0.5 space-y-0.5">
      {doNotContact && <p className="font-semibold text-brick">{t("office.silenced")}</p>}
      <p className="wrap-anywhere">{office}</p>
      <p className="text-muted">
        <HolderName holder={holder} /> · {names[country] ?? country}
      </p>
      {addresses.length === 0 && <p className="text-brick">{t("recipientList.noAddress")}</p>}
      <ul>
        {addresses.map(({ id, channel, shown, standing, taken }) => (
          <li key={id} className="wrap-anywhere">
            {t(`channels.${channel}`)}: <bdi>{shown}</bdi>{" "}
            <span className={tones[standing]}>
              · {t(`recipient.statuses.${standing}`)}
              {taken && ` · ${t("recipientList.taken")}`}
            </span>
            {taken && !carried.includes(channel) && (
              <span className="block text-amber">{t("bySigners", { channel })}</span>
            )}
          </li>
        ))}
      </ul>
      {addresses.length > 0 && addresses.every(({ taken }) => !taken) && (
        <p className="text-brick">{t("recipientList.noneWorks")}</p>
      )}
      {missing.length > 0 && (
        <p className="text-amber">
          {t("recipientList.missing", { languages: missing.map((language) => names[language] ?? language).join(", ") })}
        </p>
      )}
    </div>
  );
}

function HolderName({ holder }: Pick<CampaignRecipientLine, "holder">) {
  const t = useTranslations("desk.recipientList");
  if (holder?.status === "vacant") return <>{t("vacant")}</>;
  if (!holder?.name) return <>{t("unknown")}</>;
  return <>{holder.status === "acting" ? t("acting", { name: holder.name }) : holder.name}</>;
}
