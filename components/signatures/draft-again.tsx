import { useLocale, useTranslations } from "next-intl";
import { UnusedWords } from "@/components/letters/unused-words";
import { listCountries } from "@/lib/format";
import type { Mending } from "@/lib/signatures/mending";
import { Overtaken } from "./overtaken";
import { type ShownError, SignForm } from "./sign-form";

type DraftAgainProps = {
  mending: Mending;
  /** Where the form is posted. */
  action: string;
  errors: ShownError[];
  /** In a page of somebody else nothing is kept on the device. */
  framed: boolean;
};

/** The form again, with everything that was typed and what is wrong with it. */
export function DraftAgain({ mending, action, errors, framed }: DraftAgainProps) {
  const t = useTranslations("site.check");
  const locale = useLocale();
  const { appeal, letter, typed, partner } = mending;
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">
        {errors.length > 0 ? t("titleErrors") : t("changeTitle")}
      </h1>
      {typed.overtaken && <Overtaken />}
      <UnusedWords texts={typed.leftOut ? [typed.leftOut] : []} why="changed" />
      <SignForm
        action={action}
        letter={letter}
        typed={typed}
        partner={partner}
        countries={listCountries(locale)}
        errors={errors}
        privacyHref={`/${locale}/privacy`}
        recipientCount={appeal.recipients.length}
        disclosures={appeal.disclosures}
        appeal={appeal}
        framed={framed}
      />
    </>
  );
}
