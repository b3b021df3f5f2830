import { useTranslations } from "next-intl";
import { SiteScript } from "@/components/site/site-script";
import { buttonLook } from "@/components/ui/button";
import type { SendingView } from "@/lib/letters/sending-view";
import { Piece } from "./piece";
import type { LetterPlace } from "./send-yourself";

type Form = Extract<SendingView, { channel: "web_form" }>;

/** A letter for the web form of an office: where it is, the pieces for its fields, and whether they fit. */
export function SendByForm({ sending, place }: { sending: Form; place: LetterPlace }) {
  const t = useTranslations("channels.send");
  const { href, limit, pieces } = sending;
  const { id, language, dir, main } = place;
  const count = pieces.characters;
  const over = limit !== null && count > limit;
  const within = limit === null ? t("length", { count }) : t("lengthOf", { count, limit });
  return (
    <div className="space-y-4">
      <p>{t("formHow")}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <a className={buttonLook(main ? "main" : "plain")} href={href} target="_blank" rel="noreferrer noopener">
          {t("open")}
        </a>
        <span className="text-sm text-muted">
          <bdi dir="ltr" className="wrap-anywhere">
            {new URL(href).hostname}
          </bdi>{" "}
          · {t("newTab")}
        </span>
      </p>
      <Piece id={`subject-${id}`} label={t("subject")} value={pieces.subject} {...{ language, dir }} />
      <Piece id={`text-${id}`} label={t("text")} note={over ? "" : within} value={pieces.text} {...{ language, dir }} />
      {over && limit !== null && <p className="text-sm text-amber">{t("tooLongForForm", { count, limit })}</p>}
      <Piece id={`name-${id}`} label={t("name")} value={pieces.name} />
      <p className="text-sm text-muted">{t("select")}</p>
      <SiteScript />
    </div>
  );
}
