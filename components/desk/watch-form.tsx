"use client";

import { useTranslations } from "next-intl";
import { watchSchema } from "@/lib/letters/schema";
import type { LetterWatch } from "@/lib/letters/watch";
import { ActionForm, type FormAction } from "./action-form";
import { TextArea, Tick } from "./fields";
import { Section } from "./section";
import { TextField } from "./text-field";

type WatchFormProps = { campaign: string; watch: LetterWatch; action: FormAction };

/** What a campaign watches in its letters: words, requests and facts, and how long they are. */
export function WatchForm({ campaign, watch, action }: WatchFormProps) {
  const t = useTranslations("desk.letterWatch");
  const { doNotMention, refuseMissing, seen } = watch;
  const reached = watch.reached ? [{ id: "reached", short: t("reached"), limit: watch.reached.limit }] : [];
  const recipients = [...watch.recipients, ...reached];
  const limits = recipients.map(({ id, limit }) => [fieldOf(id), limit === null ? "" : String(limit)] as const);
  const initial = { words: doNotMention.join("\n"), ...Object.fromEntries(limits) };
  return (
    <div className="mt-12 border-t border-line pt-6">
      <Section id="watch" title={t("title")}>
        <p className="mb-5 max-w-[62ch] text-muted">{t("lead")}</p>
        <div className="max-w-[41rem]">
          <ActionForm
            schema={watchSchema}
            action={action}
            initial={refuseMissing ? { ...initial, refuseMissing: "yes" } : initial}
            keep={`letter-watch:${campaign}`}
            submit={t("save")}
            pending={t("saving")}
            look="plain"
            narrow={false}
          >
            <input type="hidden" name="seen" value={seen} />
            <TextArea name="words" label={t("words")} hint={t("wordsHint")} optional rows={4} dir="auto" />
            <Tick name="refuseMissing" label={t("refuse")} hint={t("refuseHint")} />
            {recipients.length > 0 && (
              <fieldset>
                <legend className="font-semibold">{t("limits")}</legend>
                <p className="text-sm text-muted">{t("limitsHint")}</p>
                <div className="mt-3 grid gap-4 sm:grid-cols-2">
                  {recipients.map(({ id, short }) => (
                    <TextField
                      key={id}
                      name={fieldOf(id)}
                      label={t("limitOf", { name: short })}
                      optional
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={6}
                    />
                  ))}
                </div>
              </fieldset>
            )}
          </ActionForm>
        </div>
      </Section>
    </div>
  );
}

function fieldOf(recipientId: string): string {
  return `limit-${recipientId}-most`;
}
