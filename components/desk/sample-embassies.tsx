import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { PressForm } from "./press-form";

/** Offers what is invented, and says so. */
export function SampleEmbassies({ action }: { action: FormAction }) {
  const t = useTranslations("desk.embassies");
  return (
    <section aria-labelledby="sample" className="mt-10 max-w-[62ch] print:hidden">
      <h2 id="sample" className="font-serif text-lg">
        {t("sampleTitle")}
      </h2>
      <p className="mt-1 mb-4 text-muted">{t("sampleLead")}</p>
      <PressForm
        action={action}
        submit={t("sampleLoad")}
        pending={t("sampleLoading")}
        aside={
          <a href="/desk/embassies/sample" className="link" download>
            {t("sampleFile")}
          </a>
        }
      />
    </section>
  );
}
