"use client";

import { useTranslations } from "next-intl";
import { letterFields } from "@/lib/letters/schema";

/** Puts a merge field where the cursor stands in a field of the form, and the cursor behind it. Needs script. */
export function FieldPicker({ into, label }: { into: string; label: string }) {
  const t = useTranslations("desk.letter");
  return (
    <div
      role="group"
      aria-label={t("insert", { field: label })}
      className="mt-1.5 flex flex-wrap gap-1.5 noscript:hidden"
    >
      {letterFields.map((field) => (
        <button
          key={field}
          type="button"
          onClick={() => insert(into, `{{${field}}}`)}
          className="min-h-8 cursor-pointer rounded-sm border border-line bg-sheet px-2.5 text-xs text-blue hover:border-blue"
        >
          <span aria-hidden="true">+ </span>
          {t(`mergeFields.${field}`)}
        </button>
      ))}
    </div>
  );
}

function insert(id: string, text: string): void {
  const control = document.getElementById(id);
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  const { selectionStart, selectionEnd, value } = control;
  control.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, "end");
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.focus();
}
