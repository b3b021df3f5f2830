import { useTranslations } from "next-intl";
import type { EditorLetter } from "@/components/letters/editor-letter";
import { LetterEditor } from "@/components/letters/letter-editor";
import { OwnMeter } from "@/components/letters/own-meter";
import { SiteScript } from "@/components/site/site-script";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { InputField, SelectField } from "@/components/ui/field";
import { limits, type Typed } from "@/lib/signatures/schema";
import { BesideName } from "./beside-name";
import { DisclosureChoice } from "./disclosure-choice";
import { KeepDraft } from "./keep-draft";

/** What is wrong with a field, in words. */
export type ShownError = { field: keyof Typed; text: string };

export type SignFormProps = {
  action: string;
  letter: EditorLetter;
  typed: Typed;
  partner: string;
  countries: { code: string; name: string }[];
  errors: ShownError[];
  privacyHref: string;
  recipientCount: number;
  /** What signers may let recipients know. */
  disclosures: string[];
  appeal: { slug: string; sensitive: boolean };
  /** In a page of somebody else nothing is kept on the device. */
  framed: boolean;
};

/** The whole form of an appeal: the letter, then the person. Plain HTML; it posts to the page's own address. */
export function SignForm({
  action,
  letter,
  typed,
  partner,
  countries,
  errors,
  privacyHref,
  recipientCount,
  disclosures,
  appeal,
  framed,
}: SignFormProps) {
  const t = useTranslations("site.form");
  const courtesy = useTranslations("writing.ways")("courtesy");
  const errorOf = (field: keyof Typed) => errors.find((one) => one.field === field)?.text;
  const errorTitle = useTranslations("site.errors")("title", { count: errors.length });
  return (
    <form
      action={action}
      method="post"
      acceptCharset="utf-8"
      noValidate={errors.length > 0}
      className="space-y-8"
      data-sign
    >
      {/* A browser lets no frame take the focus of the page around it. */}
      <ErrorSummary title={errorTitle} errors={errors} autoFocus={!framed} />
      <section aria-labelledby="letter" className="space-y-3">
        <h2 id="letter" className="sr-only">
          {t("body")}
        </h2>
        <p className="text-sm text-muted">{courtesy}</p>
        <LetterEditor
          letter={letter}
          errors={{ body: errorOf("body"), bodies: errorOf("bodies"), ownWords: errorOf("ownWords") }}
        />
        <OwnMeter writing={letter.writing} example={letter.example} />
        {recipientCount > 1 && <p className="text-sm text-muted">{t("eachOwn")}</p>}
      </section>
      <Person typed={typed} countries={countries} errorOf={errorOf} />
      <BesideName typed={typed} errorOf={errorOf} />
      <DisclosureChoice allowed={disclosures} chosen={typed.disclosure} error={errorOf("disclosure")} />
      <Consents typed={typed} errorOf={errorOf} />
      {!framed && !appeal.sensitive && <KeepDraft basis={letter.basis} />}
      <input type="hidden" name="via" value={partner} />
      {typed.leftOut && <input type="hidden" name="leftOut" value={typed.leftOut} />}
      {typed.ownClient && <input type="hidden" name="ownClient" value={typed.ownClient} />}
      <div aria-hidden="true" className="absolute -start-[9999px] size-px overflow-hidden">
        <label htmlFor="website">{t("trap")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </div>
      <div className="space-y-2">
        <Button look="main" className="w-full sm:w-auto">
          {t("check")}
        </Button>
        <p className="text-sm text-muted">
          {t("checkHint")} {t("keep")}{" "}
          <a href={privacyHref} className="link">
            {t("privacy")}
          </a>
        </p>
      </div>
      <SiteScript forgets={appeal.sensitive ? appeal.slug : undefined} />
    </form>
  );
}

type ErrorOf = { errorOf: (field: keyof Typed) => string | undefined };
type PersonProps = Pick<SignFormProps, "typed" | "countries"> & ErrorOf;

function Person({ typed, countries, errorOf }: PersonProps) {
  const t = useTranslations("site.form");
  const errorWord = useTranslations("site.errors")("error");
  return (
    <fieldset className="space-y-5">
      <legend className="mb-3 font-serif text-xl font-semibold">{t("aboutYou")}</legend>
      <InputField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        error={errorOf("name")}
        errorWord={errorWord}
        defaultValue={typed.name}
        maxLength={limits.name}
        autoComplete="name"
        autoCapitalize="words"
        enterKeyHint="next"
        dir="auto"
        required
      />
      <InputField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        error={errorOf("email")}
        errorWord={errorWord}
        defaultValue={typed.email}
        maxLength={limits.email}
        autoComplete="email"
        inputMode="email"
        enterKeyHint="next"
        dir="ltr"
        spellCheck={false}
        required
      />
      <SelectField
        name="country"
        label={t("country")}
        hint={t("countryHint")}
        error={errorOf("country")}
        errorWord={errorWord}
        defaultValue={typed.country ?? ""}
        autoComplete="country"
        required
      >
        <option value="">{t("chooseCountry")}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}

const consents = ["replyConsent", "newsConsent", "publicNameConsent"] as const;

function Consents({ typed, errorOf }: { typed: Typed } & ErrorOf) {
  const t = useTranslations("site.form");
  const errorWord = useTranslations("site.errors")("error");
  const opened = consents.some((name) => typed[name] === "yes" || errorOf(name));
  return (
    <details open={opened}>
      <summary className="link min-h-11 cursor-pointer py-2">{t("choices")}</summary>
      <fieldset className="mt-2 space-y-3">
        <legend className="sr-only">{t("choices")}</legend>
        {consents.map((name) => (
          <Choice
            key={name}
            type="checkbox"
            name={name}
            value="yes"
            id={name}
            label={t(name)}
            {...(name === "replyConsent" ? { hint: t("replyConsentHint") } : {})}
            error={errorOf(name)}
            errorWord={errorWord}
            checked={typed[name] === "yes"}
          />
        ))}
      </fieldset>
    </details>
  );
}
