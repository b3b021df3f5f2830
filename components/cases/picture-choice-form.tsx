"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { formatDay } from "@/components/desk/formats";
import { RadioGroup } from "@/components/desk/fields";
import { languageName } from "@/components/desk/language-name";
import { TextField } from "@/components/desk/text-field";
import type { DeskPicture } from "@/lib/cases/queries";
import { altField, limits, pictureChoiceSchema } from "@/lib/cases/schema";

type PictureChoiceFormProps = {
  action: FormAction;
  keep: string;
  pictures: DeskPicture[];
  chosen: string | null;
  texts: { language: string; pictureAlt: string }[];
};

/** Which picture of its case a campaign shows, and what it shows in each language of the campaign. */
export function PictureChoiceForm({ action, keep, pictures, chosen, texts }: PictureChoiceFormProps) {
  const t = useTranslations("desk.pictureChoice");
  const alts = Object.fromEntries(texts.map(({ language, pictureAlt }) => [altField(language), pictureAlt]));
  return (
    <ActionForm
      schema={pictureChoiceSchema}
      action={action}
      keep={keep}
      initial={{ picture: chosen ?? "", ...alts }}
      submit={t("save")}
      pending={t("saving")}
      narrow={false}
    >
      <Thumbnails pictures={pictures} />
      <RadioGroup
        name="picture"
        label={t("picture")}
        choices={[
          { value: "", label: t("none") },
          ...pictures.map((picture, index) => ({
            value: picture.id,
            label: `${index + 1}. ${optionLabel(picture, t)}`,
          })),
        ]}
      />
      {texts.map(({ language }) => (
        <TextField
          key={language}
          name={altField(language)}
          label={t("alt", { language: languageName(language) })}
          hint={t("altHint")}
          lang={language}
          dir="auto"
          maxLength={limits.alt}
        />
      ))}
    </ActionForm>
  );
}

function Thumbnails({ pictures }: { pictures: DeskPicture[] }) {
  const t = useTranslations("desk.pictures");
  return (
    <ol className="flex list-inside list-decimal flex-wrap gap-4">
      {pictures.map(({ id, credit, width, height }) => (
        <li key={id}>
          <img
            src={`/api/pictures/${id}`}
            alt={t("alt", { credit })}
            width={width}
            height={height}
            className="h-32 w-auto max-w-full border border-line object-contain"
          />
        </li>
      ))}
    </ol>
  );
}

function optionLabel({ credit, createdAt }: DeskPicture, t: ReturnType<typeof useTranslations<"desk.pictureChoice">>) {
  return t("option", { credit, day: formatDay(createdAt) });
}
