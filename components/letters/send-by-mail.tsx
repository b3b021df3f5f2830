import { useTranslations } from "next-intl";
import { SiteScript } from "@/components/site/site-script";
import { ButtonLink, buttonLook } from "@/components/ui/button";
import type { SendingView } from "@/lib/letters/sending-view";
import { Piece } from "./piece";
import type { LetterPlace } from "./send-yourself";

type Mail = Extract<SendingView, { channel: "own_client" }>;

/** A letter for its writer's own mail program: links that begin the mail, and the pieces of it for every other way. */
export function SendByMail({ sending, place }: { sending: Mail; place: LetterPlace }) {
  const t = useTranslations("channels.send");
  const { links } = sending;
  const look = place.main ? "main" : "plain";
  const pages = (["gmail", "outlook"] as const).flatMap((name) => {
    const href = links[name];
    return href === null ? [] : [{ name, href }];
  });
  const whole = links.mailto;
  return (
    <div className="space-y-4">
      <p>{whole === null ? t("tooLong") : t("mailHow")}</p>
      <p className="flex flex-wrap items-center gap-3">
        <ButtonLink look={look} href={whole ?? links.empty}>
          {t(whole === null ? "begin" : "mailto")}
        </ButtonLink>
        {pages.map(({ name, href }) => (
          <a key={name} className={buttonLook("plain")} href={href} target="_blank" rel="noreferrer noopener">
            {t(name)}
            <span className="sr-only">, {t("newTab")}</span>
          </a>
        ))}
      </p>
      <details open={whole === null}>
        <summary className="link min-h-11 cursor-pointer py-2">{t(whole === null ? "copyPieces" : "orCopy")}</summary>
        <Pieces sending={sending} place={place} />
      </details>
    </div>
  );
}

function Pieces({ sending: { address, pieces }, place: { id, language, dir } }: { sending: Mail; place: LetterPlace }) {
  const t = useTranslations("channels.send");
  return (
    <div className="mt-3 space-y-4">
      <Piece id={`to-${id}`} label={t("to")} value={address} />
      <Piece id={`subject-${id}`} label={t("subject")} value={pieces.subject} {...{ language, dir }} />
      <Piece id={`text-${id}`} label={t("text")} value={pieces.text} {...{ language, dir }} />
      <p className="text-sm text-muted">{t("select")}</p>
      <SiteScript />
    </div>
  );
}
