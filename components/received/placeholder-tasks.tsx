"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useLinks } from "./links";
import { useRead } from "./piece";
import { findPlaceholders, type Placeholder, withoutPlaceholder } from "./placeholders";

const parts = ["body", "closing"] as const;

/** Blanks that the letter still has, each with the way to take it out: what it stands for is filled in under every letter. */
export function PlaceholderTasks() {
  const { fields } = useRead();
  const typed = useWatch<Record<string, string>>({ name: [...parts] });
  return parts.flatMap((part, at) =>
    findPlaceholders(typed[at] ?? fields[part] ?? "").map((one) => (
      <PlaceholderTask key={`${part} ${one.text}`} part={part} {...one} />
    )),
  );
}

function PlaceholderTask({ part, text, field }: Placeholder & { part: (typeof parts)[number] }) {
  const t = useTranslations("desk.importing.placeholder");
  const label = useTranslations("desk.importing.labels");
  const { toField } = useLinks();
  return (
    <li className="border-s-4 border-amber bg-sheet px-4 py-2">
      <p>{t(field ? "filled" : "other", { text, field: field ? t(`fields.${field}`) : "" })}</p>
      <p className="flex flex-wrap gap-x-5 noscript:hidden">
        <button type="button" onClick={() => toField(part)} className="link min-h-6 cursor-pointer">
          {t("look", { part: label(part) })}
        </button>
        <button
          type="button"
          onClick={() => takeOut(part, text)}
          aria-label={t("takeOutLabel", { text })}
          className="link min-h-6 cursor-pointer font-semibold"
        >
          {t("takeOut")}
        </button>
      </p>
    </li>
  );
}

function takeOut(part: string, text: string): void {
  const control = document.getElementById(part);
  if (!(control instanceof HTMLTextAreaElement)) return;
  control.value = withoutPlaceholder(control.value, text);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
