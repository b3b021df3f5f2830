import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { languageName } from "./language-name";
import { PressForm } from "./press-form";

/** The way to drop a language, folded away: what was written in it is lost. */
export function RemoveLanguage({ language, action }: { language: string; action: FormAction }) {
  const t = useTranslations("desk.appealText");
  const name = languageName(language);
  return (
    <details className="mt-10 border-t border-line pt-2">
      <summary className="link flex min-h-11 cursor-pointer items-center">
        {t("removeTitle", { language: name })}
      </summary>
      <p className="mb-3 max-w-[62ch] text-muted">{t("removeText", { language: name })}</p>
      <PressForm action={action} submit={t("remove")} pending={t("removing")} look="grave" />
    </details>
  );
}
