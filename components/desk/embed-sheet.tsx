import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { embedLimits, embedThemes } from "@/lib/embeds/schema";
import { CopyText } from "./copy-text";
import { languageName } from "./language-name";

type EmbedSheetProps = {
  choice: { locale: string; theme: string; partner: string };
  languages: readonly string[];
  address: string;
  code: string;
};

/** The code that a partner copies into their page, for a language, a colour and a name to count them by. */
export function EmbedSheet({ choice, languages, address, code }: EmbedSheetProps) {
  const t = useTranslations("desk.embed");
  const { locale, theme, partner } = choice;
  return (
    <div className="max-w-[52rem] space-y-5">
      <p className="max-w-[62ch] text-muted">{t("codeLead")}</p>
      <form method="get" className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_1fr_auto]">
        <SelectField name="locale" label={t("language")} errorWord="" defaultValue={locale} key={`locale ${locale}`}>
          <option value="">{t("readers")}</option>
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </SelectField>
        <SelectField name="theme" label={t("theme")} errorWord="" defaultValue={theme} key={`theme ${theme}`}>
          {embedThemes.map((name) => (
            <option key={name} value={name}>
              {t(`themes.${name}`)}
            </option>
          ))}
        </SelectField>
        <InputField
          name="partner"
          label={t("partner")}
          errorWord=""
          defaultValue={partner}
          key={`partner ${partner}`}
          maxLength={embedLimits.partner}
          placeholder={t("partnerExample")}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{t("show")}</Button>
      </form>
      <textarea
        id="embed-code"
        key={code}
        aria-label={t("code")}
        readOnly
        dir="ltr"
        rows={4}
        defaultValue={code}
        className="block w-full resize-y rounded-sm border border-edge bg-sheet p-4 font-mono text-sm leading-6 wrap-anywhere"
      />
      <div className="flex flex-wrap gap-3">
        <CopyText from="embed-code" />
        <ButtonLink href={address}>{t("look")}</ButtonLink>
      </div>
      <p className="max-w-[62ch] text-muted">{t("oembed")}</p>
    </div>
  );
}
