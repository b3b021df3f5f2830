import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

/** Tells a writer that a member asked about their words, and leads to where they can write others. */
export function AskedSection({ href, organisation }: { href: string; organisation: string }) {
  const t = useTranslations("site.mine");
  return (
    <section className="space-y-3 border-s-4 border-amber bg-sheet px-4 py-3">
      <h2 className="font-semibold">{t("askedTitle")}</h2>
      <p>{t("askedText", { organisation })}</p>
      <ButtonLink look="main" href={href}>
        {t("askedButton")}
      </ButtonLink>
    </section>
  );
}
