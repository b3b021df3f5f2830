import { useTranslations } from "next-intl";
import type { Channel } from "@/lib/generated/prisma/enums";

export type ListedRecipient = {
  id: string;
  short: string;
  holder: string | null;
  channel: Channel | null;
  role: "to" | "copy";
};

const ways = {
  email: "byEmail",
  fax: "byFax",
  post: "byPost",
  web_form: "byWebForm",
  own_client: "byOwnClient",
} as const satisfies Record<Channel, string>;

/** Who a letter goes to, and how it gets there. */
export function RecipientList({ recipients }: { recipients: ListedRecipient[] }) {
  const t = useTranslations("site.appeal");
  return (
    <section aria-labelledby="recipients">
      <h2 id="recipients" className="text-sm font-semibold text-muted">{t("whoYouWriteTo")}</h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {recipients.map(({ id, short, holder, channel, role }) => (
          <li key={id} className="py-2.5">
            <p>
              <span className="font-semibold">{short}</span>
              {holder && <span>, {holder}</span>}
              {role === "copy" && <span className="text-muted"> · {t("copyTo")}</span>}
            </p>
            <p className="text-sm text-muted">{channel ? t(ways[channel]) : t("noAddress")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
