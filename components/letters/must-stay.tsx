import { useTranslations } from "next-intl";

type MustStayProps = { requests: string[]; must: boolean; lang: string; dir: "ltr" | "rtl" };

/** What the signer may not, or should not, take out of the editable part, said before they try; a script says at once what has gone. */
export function MustStay({ requests, must, lang, dir }: MustStayProps) {
  const t = useTranslations("site.form");
  const gone = useTranslations("writing.stays")("gone");
  return (
    <div id="body-must-stay" className="mt-4 font-sans text-sm text-muted">
      <p>{t(must ? "mustStay" : "shouldStay")}</p>
      <ul aria-live="polite" className="mt-1 space-y-1 border-s-2 border-line ps-3">
        {requests.map((request) => (
          <li key={request} data-stays={request}>
            <strong hidden className="block font-semibold text-brick">
              {gone}
            </strong>
            <span {...{ lang, dir }} className="font-serif text-base">
              {request}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
