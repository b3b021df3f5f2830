import { useTranslations } from "next-intl";
import { InputField } from "@/components/ui/field";
import { limits, type Typed } from "@/lib/signatures/schema";

type BesideNameProps = { typed: Typed; errorOf: (field: keyof Typed) => string | undefined };

/** What may stand with the name under a letter, folded until somebody wants it, gave it or has to mend it. */
export function BesideName({ typed, errorOf }: BesideNameProps) {
  const t = useTranslations("signer.form");
  const errorWord = useTranslations("site.errors")("error");
  const fields = ["originalName", "profession"] as const;
  const open = fields.some((name) => typed[name] || errorOf(name));
  return (
    <details open={open}>
      <summary className="link min-h-11 cursor-pointer py-2">{t("fold")}</summary>
      <div className="mt-4 space-y-5">
        <p className="text-sm text-muted">{t("foldHint")}</p>
        <InputField
          name="originalName"
          label={t("originalName")}
          hint={t("originalNameHint")}
          error={errorOf("originalName")}
          errorWord={errorWord}
          defaultValue={typed.originalName}
          maxLength={limits.name}
          autoComplete="off"
          dir="auto"
        />
        <InputField
          name="profession"
          label={t("profession")}
          hint={t("professionHint")}
          error={errorOf("profession")}
          errorWord={errorWord}
          defaultValue={typed.profession}
          maxLength={limits.profession}
          autoComplete="organization-title"
          dir="auto"
        />
      </div>
    </details>
  );
}
