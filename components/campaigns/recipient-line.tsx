import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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

type RecipientLineProps = {
  recipient: RecipientView;
  open: boolean;
  /** Names the sample letter it gets. */
  sheet?: string;
  children?: ReactNode;
};

/** Somebody who is written to and, while they can be, how a letter gets there. */
export function RecipientLine({ recipient, open, sheet, children }: RecipientLineProps) {
  const t = useTranslations("site.appeal");
  const { channel, carried, role } = recipient;
  return (
    <li className="py-2.5" data-sheet={sheet}>
      <p>
        <RecipientName {...recipient} />
        {role === "copy" && <span className="text-muted"> · {t("copyTo")}</span>}
      </p>
      {open && <p className="text-sm text-muted">{channel ? t(way(channel, carried)) : t("noAddress")}</p>}
      {children}
    </li>
  );
}
