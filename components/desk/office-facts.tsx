import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Channel } from "@/lib/generated/prisma/enums";
import type { Office } from "@/lib/recipients/office";
import type { FormAction } from "./action-form";
import { formatDay } from "./formats";
import { OfficeAddresses } from "./office-addresses";
import { BelongingsForm, SilenceForm } from "./office-forms";
import { OfficeHolders } from "./office-holders";
import { PressForm } from "./press-form";
import { Section } from "./section";
import { State } from "./state";

export type OfficeActs = {
  approve: FormAction;
  holder: FormAction;
  belongings: FormAction;
  silence: FormAction;
  /** Missing for those who may not let letters leave. */
  lift?: FormAction | undefined;
};

type OfficeFactsProps = {
  office: Office;
  groups: { id: string; name: string }[];
  /** The channels that letters leave by here; by the others each signer sends them. */
  carried: Channel[];
  /** Missing for those who may only look. */
  acts?: OfficeActs | undefined;
};

/** What is to be known of an office beside its form: whether it may be written to, its holders, addresses and campaigns. */
export function OfficeFacts({ office, groups, carried, acts }: OfficeFactsProps) {
  const t = useTranslations("desk.office");
  return (
    <div className="space-y-10">
      <Silenced office={office} lift={acts?.lift} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="space-y-10">
          <OfficeHolders office={office} acts={acts} />
          {acts && !office.doNotContact && (
            <div className="print:hidden">
              <Section id="silence" title={t("silence")}>
                <SilenceForm action={acts.silence} />
              </Section>
            </div>
          )}
        </div>
        <div className="space-y-10">
          <Section id="addresses" title={t("addresses")}>
            <OfficeAddresses addresses={office.addresses} carried={carried} />
          </Section>
          <Section id="campaigns" title={t("campaigns")}>
            <Campaigns campaigns={office.campaigns} />
          </Section>
          <Section id="belongings" title={t("belongings")}>
            {acts ? (
              <BelongingsForm
                {...{ groups }}
                tags={office.tags}
                has={office.groups}
                seen={office.belongingsSeen}
                action={acts.belongings}
              />
            ) : (
              <p>{office.tags.join(", ") || "—"}</p>
            )}
          </Section>
        </div>
      </div>
    </div>
  );
}

function Silenced({ office: { doNotContact, campaigns }, lift }: { office: Office; lift?: FormAction | undefined }) {
  const t = useTranslations("desk.office");
  if (!doNotContact) return null;
  const alone = campaigns.filter(({ alone: only, state }) => only && (state === "live" || state === "paused"));
  return (
    <div role="note" className="max-w-[62ch] space-y-2 border-s-4 border-brick bg-sheet px-4 py-3">
      <p className="font-semibold text-brick">{t("silenced")}</p>
      <p className="wrap-anywhere">
        {t("silencedWhy", { since: formatDay(doNotContact.at), reason: doNotContact.reason })}
      </p>
      {alone.length > 0 && <p>{t("alone", { campaigns: alone.map(({ title }) => title).join("; ") })}</p>}
      {lift && <PressForm action={lift} submit={t("lift")} pending={t("saving")} />}
    </div>
  );
}

function Campaigns({ campaigns }: Pick<Office, "campaigns">) {
  const t = useTranslations("desk");
  if (campaigns.length === 0) return <p className="text-muted">{t("office.noCampaigns")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {campaigns.map(({ id, title, state, role }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2">
          <Link href={`/desk/campaigns/${id}`} prefetch={false} className="link wrap-anywhere">
            {title}
          </Link>
          <span className="text-muted">
            {role === "copy" && `${t("office.copy")} · `}
            <State of={state}>{t(`campaignStates.${state}`)}</State>
          </span>
        </li>
      ))}
    </ul>
  );
}
