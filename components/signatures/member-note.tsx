import { useTranslations } from "next-intl";

/** What a member wrote to a signer, where the mail about it did not say it. */
export function MemberNote({ note }: { note: string }) {
  const t = useTranslations("signer");
  return (
    <section className="space-y-2">
      <h2 className="font-semibold">{t("memberNote")}</h2>
      <p dir="auto" className="border-s-2 border-blue ps-4 whitespace-pre-line">
        {note}
      </p>
    </section>
  );
}
