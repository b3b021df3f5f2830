import { useTranslations } from "next-intl";
import type { RecipientView } from "@/lib/campaigns/view";
import type { Channel } from "@/lib/generated/prisma/enums";
import { RecipientName } from "./recipient-name";

const ways = {
  email: "byEmail",
  fax: "byFax",
  post: "byPost",
  web_form: "byWebForm",
  own_client: "byOwnClient",
} as const satisfies Record<Channel, string>;

/** Who a letter goes to, and how it gets there. */
export function RecipientList({ recipients }: { recipients: RecipientView[] }) {
  const t = useTranslations("site.appeal");
  return (
    <section aria-labelledby="recipients">
      <h2 id="recipients" className="text-sm font-semibold text-muted">
        {t("whoYouWriteTo")}
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {recipients.map(({ id, short, holder, channel, role }) => (
          <li key={id} className="py-2.5">
            <p>
              <RecipientName short={short} holder={holder} />
              {role === "copy" && <span className="text-muted"> · {t("copyTo")}</span>}
            </p>
            <p className="text-sm text-muted">{channel ? t(ways[channel]) : t("noAddress")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
