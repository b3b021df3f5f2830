"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActionForm, type AutosaveAction, type FormAction } from "@/components/desk/action-form";
import { draftFormSchema, repairsField } from "@/lib/received/schema";
import type { OpenedReceived } from "@/lib/received/queries";
import { CampaignFields, DeadlineSection, LetterSection, NoteSection, ProvenanceFields } from "./campaign-fields";
import type { DraftChoices } from "./draft-choices";
import { goTo, LinkedPanes, useLinks } from "./links";
import { NextTask } from "./next-task";
import { OriginalPane, type ReadFrom } from "./original-pane";
import { PersonSection, RecipientSection } from "./people-sections";
import { ReadFields } from "./piece";
import { TaskSection } from "./task-section";
import { UseLines } from "./use-lines";

type DraftFormProps = {
  received: OpenedReceived;
  choices: DraftChoices;
  /** The lines that are shown, and how many more there are. */
  lines: string[];
  more: number;
  dir: "ltr" | "rtl";
  action: FormAction;
  autosave: AutosaveAction;
};

/** An appeal beside the draft that was read from it, to be corrected. */
export function DraftForm(props: DraftFormProps) {
  const { received, choices, action, autosave } = props;
  const { id, seen, content } = received;
  const t = useTranslations("desk.importing");
  const { shape, touched, read, fields, traces } = content;
  useFocusOnChange(shape, touched);
  return (
    <LinkedPanes>
      <ReadFields value={{ read, fields, traces }}>
        <ActionForm
          // Other fields are another form.
          key={shape}
          schema={draftFormSchema}
          action={action}
          autosave={autosave}
          initial={fields}
          keep={`received:${id}`}
          submit={t("make")}
          pending={t("making")}
          slow={t("stillReading")}
          narrow={false}
          aside={<p className="max-w-[62ch] text-muted">{t("makeHint")}</p>}
        >
          <input type="hidden" name="seen" value={seen} />
          {/* What the Enter key in a field presses. */}
          <button name="act" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
          <PaneSwitch warnings={content.draft.warnings} />
          <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
            <Original {...props} />
            <Draft received={received} choices={choices} />
          </div>
        </ActionForm>
      </ReadFields>
    </LinkedPanes>
  );
}

/** On a screen that has no room for both. */
function PaneSwitch({ warnings }: Pick<OpenedReceived["content"]["draft"], "warnings">) {
  const t = useTranslations("desk.importing");
  const { pane, show } = useLinks();
  return (
    <div className="sticky top-0 z-10 flex border-b border-line bg-paper noscript:hidden xl:hidden">
      <div role="group" aria-label={t("panes")} className="flex flex-1">
        {(["draft", "original"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={pane === one}
            onClick={() => show(one)}
            className="-mb-px min-h-11 flex-1 cursor-pointer border-b-2 border-transparent text-muted aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {t(one === "draft" ? "fields" : "original")}
          </button>
        ))}
      </div>
      <NextTask warnings={warnings} place="line" />
    </div>
  );
}

function Original({ received, lines, more, dir }: DraftFormProps) {
  const t = useTranslations("desk.importing");
  const { pane } = useLinks();
  const { content } = received;
  const readFrom = useReadFrom(received);
  return (
    <section
      aria-labelledby="what-came"
      className={`min-w-0 xl:sticky xl:top-4 ${pane === "original" ? "" : "max-xl:hidden noscript:block!"}`}
    >
      <h2 id="what-came" className="mb-1 font-serif text-lg">
        {t("original")}
      </h2>
      <OriginalPane
        lines={lines}
        more={more}
        dir={dir}
        repairs={content.draft.repairs}
        losses={content.draft.lossy}
        readFrom={readFrom}
      />
      <UseLines />
      <NextTask warnings={content.draft.warnings} place="column" />
    </section>
  );
}

function Draft({ received, choices }: Pick<DraftFormProps, "received" | "choices">) {
  const { pane } = useLinks();
  const { draft, undone, touched } = received.content;
  return (
    <div className={`min-w-0 space-y-6 xl:space-y-10 ${pane === "draft" ? "" : "max-xl:hidden noscript:block!"}`}>
      <TaskSection draft={draft} undone={undone} turned={touched === repairsField} />
      <CampaignFields choices={choices} />
      <RecipientSection choices={choices} />
      <PersonSection />
      <LetterSection choices={choices} />
      <DeadlineSection choices={choices} />
      <ProvenanceFields />
      <NoteSection />
    </div>
  );
}

/** Where each field was read, with what the field is called. Those that follow from another one are not named. */
function useReadFrom({ content: { traces } }: OpenedReceived): ReadFrom[] {
  const t = useTranslations("desk.importing");
  const label = useTranslations("desk.importing.labels");
  return Object.entries(traces).flatMap(([name, { lines }]): ReadFrom[] => {
    if (name === "summary" || name === "request") return [];
    const [, kind, row, part] = /^(recipient|person)-[rp](\d+)(?:-(.+))?$/.exec(name) ?? [];
    if (kind === "person") return [{ field: name, label: t("person.name", { n: row ?? "" }), lines }];
    if (kind && !part) return [{ field: `${name}-becomes`, label: t("recipient.number", { n: row ?? "" }), lines }];
    if (kind) return [{ field: name, label: t("recipient.address", { n: row ?? "" }), lines }];
    const called = name === "deadlineDate" ? t("labels.deadline") : label.has(name) ? label(name) : null;
    return called ? [{ field: name, label: called, lines }] : [];
  });
}

/** The field that was changed other than by typing, once the form is there anew. */
function useFocusOnChange(shape: number, touched: string): void {
  const before = useRef(shape);
  useEffect(() => {
    if (before.current === shape) return;
    before.current = shape;
    if (touched !== "") goTo(touched);
  }, [shape, touched]);
}
