"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { useWatch } from "react-hook-form";
import { Prose } from "@/components/ui/prose";
import { direction } from "@/lib/locales";

/** An appeal's words as its page sets them, while they are typed. */
export function AppealPreview({ language, example }: { language: string; example: boolean }) {
  const t = useTranslations("desk.appealText");
  const names = ["title", "request", "summary", "body", "notice", "writeHint"];
  const typed = useWatch<Record<string, string>>({ name: names });
  const [title = "", request = "", summary = "", body = "", notice = "", writeHint = ""] = typed;
  const shownBody = useDeferredValue(body);
  const empty = [title, request, summary, body].every((text) => text.trim() === "");
  return (
    <section aria-labelledby="preview" className="xl:sticky xl:top-8 xl:self-start">
      <h2 id="preview" className="mb-2 text-xs text-muted">
        {t("preview")}
      </h2>
      <div
        lang={language}
        dir={direction(language)}
        className="space-y-4 border border-line px-5 py-6 text-base leading-relaxed wrap-anywhere"
      >
        {empty && (
          <p lang="en" dir="ltr" className="text-muted">
            {t("previewEmpty")}
          </p>
        )}
        {example && notice && <p className="border-s-4 border-amber ps-4 text-sm text-muted">{notice}</p>}
        <div>
          <p className="text-muted">{title}</p>
          <p className="mt-1 font-serif text-2xl leading-tight font-semibold">{request}</p>
        </div>
        {paragraphs(summary).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
        {shownBody.trim() && <Prose text={shownBody} />}
        {writeHint && <p className="font-serif text-lg italic">{writeHint}</p>}
      </div>
    </section>
  );
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
}
