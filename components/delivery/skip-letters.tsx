import Link from "next/link";
import { useTranslations } from "next-intl";
import type { HoldReason } from "@/lib/generated/prisma/enums";
import type { CampaignDelivery } from "@/lib/delivery/queries";
import { skipSchema } from "@/lib/delivery/schema";
import { ActionForm, type FormAction } from "@/components/desk/action-form";

type SkipLettersProps = {
  campaign: CampaignDelivery;
  path: string;
  chosen: [recipient: string, reason: HoldReason];
  action: FormAction;
};

/** The last word before held letters are given up: how many, to whom, and that it is for good. */
export function SkipLetters({ campaign, path, chosen: [recipient, reason], action }: SkipLettersProps) {
  const t = useTranslations("desk.delivery");
  const line = campaign.lines.find(({ recipientId }) => recipientId === recipient);
  const count = line?.held.find((group) => group.reason === reason)?.count ?? 0;
  if (!line || count === 0) return null;
  const fields = { campaign: campaign.id, recipient, reason, count: `${count}` };
  return (
    <section id="skip" aria-labelledby="skip-title" className="scroll-mt-4 border-s-4 border-amber bg-sheet px-5 py-4">
      <h2 id="skip-title" className="font-serif text-lg wrap-anywhere">
        {t("skip.title", { count, name: line.name })}
      </h2>
      <p className="mt-1 mb-4 max-w-[62ch]">{t("skip.text", { count, reason: t(`reasons.${reason}`) })}</p>
      <ActionForm
        schema={skipSchema}
        action={action}
        look="grave"
        narrow={false}
        submit={t("skip.submit", { count })}
        pending={t("skip.pending")}
        aside={
          <Link href={path} className="link">
            {t("skip.keep", { count })}
          </Link>
        }
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </ActionForm>
    </section>
  );
}
