"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue } from "react";
import { useWatch } from "react-hook-form";
import { asRead, type Withheld } from "@/lib/campaigns/schema";
import { AppealWords } from "./appeal-words";

type AppealPreviewProps = {
  language: string;
  /** Only an example has a notice. */
  example: boolean;
  withheld: Withheld;
  /** The same in the default language, for who translates. */
  children?: ReactNode;
};

/** An appeal's words as its page sets them, while they are typed. */
export function AppealPreview({ language, example, withheld, children }: AppealPreviewProps) {
  const t = useTranslations("desk.appealText");
  const names = ["title", "request", "summary", "body", "notice", "writeHint"];
  const typed = useWatch<Record<string, string>>({ name: names });
  const [title = "", request = "", summary = "", body = "", notice = "", writeHint = ""] = typed;
  const shownBody = useDeferredValue(body);
  const empty = [title, request, summary, body].every((text) => text.trim() === "");
  const read = (words: string) => asRead(words, withheld);
  const words = {
    title: read(title),
    request: read(request),
    summary: read(summary),
    body: asRead(shownBody, withheld, true),
    notice: example ? read(notice) : "",
    writeHint: read(writeHint),
  };
  const shown = { title, request, summary, body: shownBody, notice: example ? notice : "", writeHint };
  const masked = Object.entries(shown).some(([name, text]) => words[name as keyof typeof words] !== text);
  const sheet = (
    <div className="border border-line px-5 py-6">
      {masked && <p className="mb-4 text-xs leading-5 text-amber">{t("previewWithheld")}</p>}
      {empty ? <p className="text-muted">{t("previewEmpty")}</p> : <AppealWords language={language} words={words} />}
    </div>
  );
  return (
    <div className="min-w-0 space-y-6 xl:sticky xl:top-8 xl:self-start">
      <section aria-labelledby="preview" className="max-xl:hidden">
        <h2 id="preview" className="mb-2 text-xs text-muted">
          {t("preview")}
        </h2>
        {sheet}
      </section>
      <details className="xl:hidden">
        <summary className="link flex min-h-11 cursor-pointer items-center">{t("preview")}</summary>
        {sheet}
      </details>
      {children}
    </div>
  );
}
