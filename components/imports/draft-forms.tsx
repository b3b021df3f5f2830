import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import { PressForm } from "@/components/desk/press-form";
import { Section } from "@/components/desk/section";
import type { ImportPreview } from "@/lib/imports/preview";
import type { ImportFacts } from "@/lib/imports/queries";
import { ColumnsForm, type Named } from "./columns-form";
import { FirstRows } from "./first-rows";
import { PreviewLines } from "./preview-lines";
import { ReadingForm } from "./reading-form";
import { ReadingNotices } from "./reading-notices";

type DraftFormsProps = {
  facts: ImportFacts;
  preview: ImportPreview;
  /** Names of the countries in the preview, by code. */
  names: Record<string, string>;
  countries: Named[];
  languages: Named[];
  actions: { reading: FormAction; columns: FormAction; discard: FormAction };
};

/** What is settled before a file is imported, in the order in which it is looked at. */
export function DraftForms({ facts, preview, names, countries, languages, actions }: DraftFormsProps) {
  const t = useTranslations("desk.import");
  const { settings, fault, total } = facts;
  const read = fault === null;
  const again = JSON.stringify(settings.reading);
  return (
    <div className="space-y-12">
      <Section id="how" title={t("howRead")}>
        <p className="mb-5 max-w-[62ch] text-muted">{t("howReadLead")}</p>
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[22rem_minmax(0,1fr)]">
          <ReadingForm key={again} action={actions.reading} reading={settings.reading} />
          <div className="min-w-0 space-y-4">
            <ReadingNotices fault={fault} preview={preview} />
            {read && <FirstRows head={preview.head} rows={preview.rows} />}
          </div>
        </div>
      </Section>
      {read && (
        <Section id="what" title={t("columnsTitle")}>
          <ColumnsForm
            key={again}
            action={actions.columns}
            {...{ total, preview, countries, languages }}
            columns={settings.columns}
          />
        </Section>
      )}
      {read && (
        <Section id="preview" title={t("willBe")}>
          <PreviewLines preview={preview} names={names} />
        </Section>
      )}
      <PressForm action={actions.discard} submit={t("discard")} pending={t("discarding")} />
    </div>
  );
}
