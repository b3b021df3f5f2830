"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { Choice } from "@/components/ui/choice";
import { encodingSchema } from "@/lib/received/schema";
import type { EncodingPreview } from "@/lib/received/preview-encodings";

type EncodingFormProps = { action: FormAction; now: string; previews: EncodingPreview[] };

const likely = 4;

/** Chooses how the bytes of an appeal are read, by how its telling lines look. */
export function EncodingForm({ action, now, previews }: EncodingFormProps) {
  const t = useTranslations("desk.importing");
  const readable = previews.filter(({ broken, encoding }) => !broken || encoding === now);
  return (
    <details className="border-b border-line">
      <summary className="link flex min-h-11 cursor-pointer items-center">{t("encoding")}</summary>
      <div className="pb-6">
        <p className="mb-4 max-w-[62ch] text-muted">{t("encodingLead")}</p>
        <ActionForm
          key={now}
          schema={encodingSchema}
          action={action}
          initial={{ encoding: now }}
          submit={t("encodingAgain")}
          pending={t("encodingReading")}
          slow={t("stillReading")}
          look="plain"
          narrow={false}
        >
          <fieldset>
            <legend className="sr-only">{t("encoding")}</legend>
            <Choices previews={readable.slice(0, likely)} now={now} />
            {readable.length > likely && (
              <details>
                <summary className="link flex min-h-11 cursor-pointer items-center">{t("allEncodings")}</summary>
                <Choices previews={readable.slice(likely)} now={now} />
              </details>
            )}
          </fieldset>
        </ActionForm>
      </div>
    </details>
  );
}

function Choices({ previews, now }: Pick<EncodingFormProps, "previews" | "now">) {
  const t = useTranslations("desk.importing");
  const names = useTranslations("desk.encodings");
  return (
    <div className="grid gap-x-8 gap-y-4 py-2 lg:grid-cols-2">
      {previews.map(({ encoding, sample }) => (
        <Choice
          key={encoding}
          type="radio"
          name="encoding"
          value={encoding}
          checked={encoding === now}
          label={
            <>
              <span className="block">
                {encoding === now ? t("encodingNow", { name: names(encoding) }) : names(encoding)}
              </span>
              <span
                dir="auto"
                className="block border border-line bg-sheet px-2 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-line"
              >
                {sample}
              </span>
            </>
          }
        />
      ))}
    </div>
  );
}
