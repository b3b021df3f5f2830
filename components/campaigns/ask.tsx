import { useTranslations } from "next-intl";

/** Where somebody asks before they write; nothing where the organisation gave no address of its own. */
export function Ask({ contact }: { contact: string | null }) {
  const t = useTranslations("site.appeal");
  if (!contact) return null;
  const address = () => (
    <a href={`mailto:${contact}`} className="link-line" dir="ltr">
      {contact}
    </a>
  );
  return <p className="mt-1">{t.rich("ask", { address })}</p>;
}
