import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** That the letter is another one now than the one that was typed into. */
export function Overtaken() {
  const t = useTranslations("writing.overtaken");
  return (
    <Notice kind="newer" title={t("title")}>
      {t("text")}
    </Notice>
  );
}
