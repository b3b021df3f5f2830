"use client";

import { useTranslations } from "next-intl";
import { CountryOptions } from "@/components/desk/country-options";
import { DeadlineFields } from "@/components/desk/deadline-fields";
import { Select, TextArea } from "@/components/desk/fields";
import { LanguageOptions } from "@/components/desk/language-options";
import { TextField } from "@/components/desk/text-field";
import { campaignKinds } from "@/lib/campaigns/schema";
import { lengthOf } from "@/lib/received/schema";
import type { DraftChoices } from "./draft-choices";
import { EarlierFields } from "./earlier-fields";
import { Part } from "./part";
import { Piece } from "./piece";

const parts = {
  campaign: ["title", "kind", "country", "language", "request", "summary", "background"],
  provenance: ["originator", "forwarder", "reference", "incidentOn", "issuedOn"],
  deadline: ["deadlineDate"],
  letter: ["subject", "opening", "body", "closing", "letterLanguage", "requests"],
  note: ["note"],
};

/** What the campaign is and says, as far as the appeal says it. */
export function CampaignFields({ choices }: { choices: DraftChoices }) {
  const t = useTranslations("desk.importing");
  const k = useTranslations("desk.campaignKinds");
  const label = useLabels();
  return (
    <Part id="draft-campaign" title={t("sections.campaign")} names={parts.campaign}>
      <div className="space-y-5">
        <Piece {...label("title")}>
          <TextField {...label("title")} maxLength={lengthOf("title")} dir="auto" />
        </Piece>
        <Piece {...label("kind")}>
          <Select {...label("kind")}>
            {campaignKinds.map((kind) => (
              <option key={kind} value={kind}>
                {k(kind)}
              </option>
            ))}
          </Select>
        </Piece>
        <EarlierFields earlier={choices.matches.earlier} cases={choices.cases} />
        <Piece {...label("country")}>
          <Select {...label("country")}>
            <option value="">{t("noCountry")}</option>
            <CountryOptions countries={choices.countries} />
          </Select>
        </Piece>
        <Piece {...label("language")}>
          <Select {...label("language")}>
            <LanguageOptions {...choices.languages} />
          </Select>
        </Piece>
        <Piece {...label("request")}>
          <TextField {...label("request")} hint={t("hints.request")} maxLength={lengthOf("request")} dir="auto" />
        </Piece>
        <Piece {...label("summary")}>
          <TextArea {...label("summary")} hint={t("hints.summary")} dir="auto" />
        </Piece>
        <Piece {...label("background")}>
          <TextArea {...label("background")} dir="auto" className="max-h-96" />
        </Piece>
      </div>
    </Part>
  );
}

export function ProvenanceFields() {
  const t = useTranslations("desk.importing");
  const label = useLabels();
  return (
    <Part id="draft-provenance" title={t("sections.provenance")} names={parts.provenance}>
      <div className="space-y-5">
        <p className="max-w-[62ch] text-muted">{t("hints.provenance")}</p>
        {(["originator", "forwarder", "reference"] as const).map((name) => (
          <Piece key={name} {...label(name)}>
            <TextField {...label(name)} optional maxLength={lengthOf(name)} dir="auto" />
          </Piece>
        ))}
        <div className="grid gap-5 sm:grid-cols-2">
          {(["incidentOn", "issuedOn"] as const).map((name) => (
            <Piece key={name} {...label(name)}>
              <TextField {...label(name)} type="date" optional />
            </Piece>
          ))}
        </div>
      </div>
    </Part>
  );
}

export function DeadlineSection({ choices: { zones, now } }: { choices: DraftChoices }) {
  const t = useTranslations("desk.importing");
  return (
    <Part id="draft-deadline" title={t("sections.deadline")} names={parts.deadline}>
      <Piece name="deadlineDate" label={t("labels.deadline")}>
        <div className="space-y-5">
          <DeadlineFields zones={zones} now={now} />
        </div>
      </Piece>
    </Part>
  );
}

export function LetterSection({ choices }: { choices: DraftChoices }) {
  const t = useTranslations("desk.importing");
  const label = useLabels();
  const paper = { dir: "auto", className: "min-h-11! font-serif" };
  return (
    <Part id="draft-letter" title={t("sections.letter")} names={parts.letter}>
      <div className="space-y-5">
        <Piece {...label("subject")}>
          <TextField {...label("subject")} maxLength={lengthOf("subject")} dir="auto" />
        </Piece>
        <Piece {...label("opening")}>
          <TextArea {...label("opening")} hint={t("hints.opening")} optional rows={1} {...paper} />
        </Piece>
        <Piece {...label("body")}>
          <TextArea {...label("body")} rows={10} dir="auto" className="max-h-[32rem] min-h-48 font-serif" />
        </Piece>
        <Piece {...label("closing")}>
          <TextArea {...label("closing")} hint={t("hints.closing")} optional rows={1} {...paper} />
        </Piece>
        <Piece {...label("letterLanguage")}>
          <Select {...label("letterLanguage")}>
            <LanguageOptions {...choices.languages} />
          </Select>
        </Piece>
        <Piece {...label("requests")}>
          <TextArea {...label("requests")} hint={t("hints.requests")} optional rows={3} dir="auto" />
        </Piece>
      </div>
    </Part>
  );
}

export function NoteSection() {
  const t = useTranslations("desk.importing");
  const label = useLabels();
  return (
    <Part id="draft-note" title={t("sections.note")} names={parts.note}>
      <Piece {...label("note")}>
        <TextArea {...label("note")} hint={t("hints.note")} optional dir="auto" className="max-h-72" />
      </Piece>
    </Part>
  );
}

type Labelled = Parameters<ReturnType<typeof useTranslations<"desk.importing.labels">>>[0];

/** Name and label of a field of the draft. */
export function useLabels() {
  const t = useTranslations("desk.importing.labels");
  return (name: Labelled) => ({ name, label: t(name) });
}
