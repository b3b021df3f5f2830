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

function way(channel: Channel, carried: boolean) {
  return channel === "fax" && carried ? "byFaxSent" : ways[channel];
}

/** Who letters go to, and how they get there while they can be written. */
export function RecipientList({ recipients, open }: { recipients: RecipientView[]; open: boolean }) {
  const t = useTranslations("site.appeal");
  return (
    <section aria-labelledby="recipients">
      <h2 id="recipients" className="text-sm font-semibold text-muted">
        {open ? t("whoYouWriteTo") : t("whoItAsks")}
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {recipients.map(({ id, short, holder, channel, carried, role }) => (
          <li key={id} className="py-2.5">
            <p>
              <RecipientName short={short} holder={holder} />
              {role === "copy" && <span className="text-muted"> · {t("copyTo")}</span>}
            </p>
            {open && <p className="text-sm text-muted">{channel ? t(way(channel, carried)) : t("noAddress")}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
