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
  // Words about a picture that is no longer there may say a name that is withheld since.
  const alts = chosen
    ? Object.fromEntries(texts.map(({ language, pictureAlt }) => [altField(language), pictureAlt]))
    : {};
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
      <RadioGroup
        name="picture"
        label={t("picture")}
        choices={[
          { value: "", label: t("none") },
          ...pictures.map((picture) => ({ value: picture.id, label: <Option picture={picture} /> })),
        ]}
      />
      <div className="space-y-5 in-[form:has([name=picture][value='']:checked)]:hidden">
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
      </div>
    </ActionForm>
  );
}

function Option({ picture: { id, credit, createdAt, width, height } }: { picture: DeskPicture }) {
  const t = useTranslations("desk.pictureChoice");
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <img
        src={`/api/pictures/${id}`}
        alt=""
        width={width}
        height={height}
        className="h-28 w-40 border border-line bg-sheet object-contain"
      />
      <span className="min-w-0 wrap-anywhere">
        <bdi>{credit}</bdi>
        <span className="block text-xs leading-5 text-muted">{t("added", { day: formatDay(createdAt) })}</span>
      </span>
    </span>
  );
}
