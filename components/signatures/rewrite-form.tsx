import { useTranslations } from "next-intl";
import type { EditorLetter } from "@/components/letters/editor-letter";
import { LetterEditor } from "@/components/letters/letter-editor";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Typed } from "@/lib/signatures/schema";
import type { ShownError } from "./sign-form";

type RewriteFormProps = {
  /** The signer's own page, which takes the form. */
  page: string;
  letter: EditorLetter;
  errors: ShownError[];
};

/** The letter again for a writer who was asked about its words; name, country and choices stay. Plain HTML. */
export function RewriteForm({ page, letter, errors }: RewriteFormProps) {
  const t = useTranslations("site.rewrite");
  const errorTitle = useTranslations("site.errors")("title", { count: errors.length });
  const errorOf = (field: keyof Typed) => errors.find((one) => one.field === field)?.text;
  return (
    <form action={page} method="post" acceptCharset="utf-8" noValidate={errors.length > 0} className="space-y-6">
      <input type="hidden" name="act" value="rewrite" />
      <ErrorSummary title={errorTitle} errors={errors} autoFocus />
      <LetterEditor
        letter={letter}
        errors={{ body: errorOf("body"), bodies: errorOf("bodies"), ownWords: errorOf("ownWords") }}
      />
      <div className="space-y-3">
        <p>{t("next")}</p>
        <Button look="main" className="w-full sm:w-auto">
          {t("submit")}
        </Button>
        <p>
          <a href={page} className="link-line">
            {t("back")}
          </a>
        </p>
      </div>
    </form>
  );
}
