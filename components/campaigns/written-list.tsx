import { useTranslations } from "next-intl";
import { PostTimeLine } from "@/components/letters/post-time-line";
import type { WrittenFrom } from "@/lib/routing/list-written-from";
import { RecipientLine } from "./recipient-line";

/** Who is written to from a country: whom, by what way, and why. */
export function WrittenList({ written }: { written: WrittenFrom[] }) {
  const because = useTranslations("site.routing");
  const t = useTranslations("channels.routing");
  if (written.length === 0) return <p className="border-y border-line py-2.5">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {written.map(({ recipient, sheet, reason, post }) => (
        <RecipientLine key={recipient.id} recipient={recipient} sheet={sheet} open>
          {reason && reason.kind !== "copy" && (
            <p className="text-sm">{because(`reasons.${reason.kind}`, reason.words)}</p>
          )}
          {post && <PostTimeLine time={post} />}
        </RecipientLine>
      ))}
    </ul>
  );
}
