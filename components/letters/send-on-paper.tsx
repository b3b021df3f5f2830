import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { SendingView } from "@/lib/letters/sending-view";
import { PostTimeLine } from "./post-time-line";
import type { LetterPlace } from "./send-yourself";

type Paper = Extract<SendingView, { channel: "post" | "fax" }>;

/** A letter to print: for an envelope as a PDF whose address fits its window, for a fax as a page or a PDF. */
export function SendOnPaper({ sending, place: { href, main } }: { sending: Paper; place: LetterPlace }) {
  const t = useTranslations("channels.send");
  const mine = useTranslations("site.mine");
  const thanks = useTranslations("site.thanks");
  const look = main ? "main" : "plain";
  if (sending.channel === "fax") {
    const number = () => (
      <bdi dir="ltr" className="font-semibold whitespace-nowrap">
        {sending.number}
      </bdi>
    );
    return (
      <div className="space-y-3">
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <ButtonLink look={look} href={href}>
            {main ? thanks("faxButton") : mine("print")}
          </ButtonLink>
          <a className="link-line" href={`${href}/${sending.paper}.pdf`}>
            {t("faxPdf")}
          </a>
        </p>
        <p>{t.rich("faxTo", { number })}</p>
      </div>
    );
  }
  const { address, paper, other, inland, ounces, time } = sending;
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <ButtonLink look={look} href={`${href}/${paper}.pdf`}>
          {t("pdf", { paper: t(paper) })}
        </ButtonLink>
        <a className="link-line" href={`${href}/${other}.pdf`}>
          {t("otherPaper", { paper: t(other) })}
        </a>
        <a className="link-line" href={href}>
          {t("asPage")}
        </a>
      </p>
      <address dir="auto" className="border-s-2 border-line ps-3 whitespace-pre-line not-italic wrap-anywhere">
        {address}
      </address>
      <p>{t("postHow")}</p>
      <p className="text-sm text-muted">
        {t(inland ? "postageInland" : "postageAbroad", { weight: t(ounces ? "ounce" : "grams") })}
      </p>
      <PostTimeLine time={time} />
    </div>
  );
}
