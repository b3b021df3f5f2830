import { useTranslations } from "next-intl";

/** Where somebody asks before they write. */
export function Ask({ contact }: { contact: string }) {
  const t = useTranslations("site.appeal");
  const address = () => (
    <a href={`mailto:${contact}`} className="link-line" dir="ltr">
      {contact}
    </a>
  );
  return <p className="mt-1">{t.rich("ask", { address })}</p>;
}
