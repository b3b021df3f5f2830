import { useTranslations } from "next-intl";
import type { DeskCampaign, DeskRecipient } from "@/lib/campaigns/desk-queries";
import type { Channel } from "@/lib/generated/prisma/enums";
import { zoneCity } from "@/lib/format";
import { formatDistance, formatMoment } from "./formats";

type PublishConsequencesProps = {
  campaign: DeskCampaign & { recipients: DeskRecipient[] };
  what: "campaign" | "revision";
  address: string;
  /** The channels that letters leave by here; by the others each signer sends them. */
  carried: Channel[];
  now: Date;
};

/** What will happen when it is published, in plain words: who sees it, who is written to, until when. */
export function PublishConsequences({ campaign, what, address, carried, now }: PublishConsequencesProps) {
  const t = useTranslations("desk.publishing");
  const { distribution, deadlineAt, deadlineZone, recipients, revision } = campaign;
  const zone = deadlineZone ?? "UTC";
  const theirs = Map.groupBy(recipients, ({ channel }) => (channel && !carried.includes(channel) ? channel : null));
  const lines =
    what === "revision"
      ? [t("reads", { number: revision ?? 1 }), t("keeps")]
      : [
          ...(distribution ? [t(`sees.${distribution}`, { address })] : []),
          recipients.length > 0 ? t("recipients", { recipients: listed(recipients) }) : t("noRecipients"),
          ...[...theirs].flatMap(([channel, its]) =>
            channel ? t("bySigners", { channel, recipients: listed(its) }) : [],
          ),
          deadlineAt
            ? t("deadline", {
                moment: formatMoment(deadlineAt, zone),
                city: zoneCity(zone),
                when: formatDistance(deadlineAt, now),
              })
            : t("noDeadline"),
        ];
  return (
    <section aria-labelledby="consequences">
      <h2 id="consequences" className="mb-1 font-serif text-lg">
        {t("what")}
      </h2>
      <ul className="max-w-[62ch] list-disc space-y-1 ps-5 wrap-anywhere">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function listed(recipients: DeskRecipient[]): string {
  return new Intl.ListFormat("en-GB").format(recipients.map(({ name }) => name));
}
