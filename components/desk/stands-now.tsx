"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useInBrowser } from "./use-in-browser";

type StandsNowProps = {
  /** The form it is about. */
  form: string;
  /** What is stored now. */
  now: Record<string, string> | undefined;
  /** What was refused because somebody else had changed it; null when nothing was. */
  typed: Record<string, string> | null;
  /** Whether the member pressed save, and does not write on meanwhile: then the focus comes here. */
  pressed: boolean;
};

/**
 * What another member saved meanwhile beside what stands in the form, field by field, above the save button. Elsewhere on the
 * page one line at its foot says so and leads here.
 */
export function StandsNow({ form, now = {}, typed, pressed }: StandsNowProps) {
  const t = useTranslations("desk");
  const box = useRef<HTMLElement>(null);
  const inBrowser = useInBrowser();
  useEffect(() => {
    if (typed && pressed) box.current?.focus();
  }, [typed, pressed]);
  if (!typed) return null;
  const differ = inBrowser ? differing(form, now, typed) : [];
  return (
    <>
      <div
        data-foot
        className="sticky bottom-0 z-10 flex flex-wrap items-baseline justify-between gap-x-6 border border-s-4 border-line border-s-brick bg-sheet px-4 py-2.5"
      >
        <h2 id="stands-now-title" className="font-semibold text-brick">
          {t("form.conflict")}
        </h2>
        <a href="#stands-now" className="link">
          {t("form.compare")}
        </a>
      </div>
      <section
        ref={box}
        id="stands-now"
        role="alert"
        tabIndex={-1}
        aria-labelledby="stands-now-title"
        className="scroll-mt-32"
      >
        <p className="max-w-[62ch]">{t("refusals.changed-meanwhile")}</p>
        {differ.length > 0 && (
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {differ.map(({ field, label, theirs, mine }) => (
              <li key={field} className="py-3">
                <a href={`#${field}`} className="link font-semibold">
                  {label}
                </a>
                <dl className="mt-1 grid gap-x-6 gap-y-2 sm:grid-cols-2">
                  <Side title={t("form.standsNow")} text={theirs || t("form.empty")} />
                  <Side title={t("form.yours")} text={mine || t("form.empty")} />
                </dl>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs leading-5 text-muted">{title}</dt>
      <dd dir="auto" className="max-h-72 overflow-y-auto font-serif wrap-anywhere whitespace-pre-line">
        {text}
      </dd>
    </div>
  );
}

/** Fields that hold something else than what is stored, as the form calls them and their values. */
function differing(id: string, now: Record<string, string>, typed: Record<string, string>) {
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement)) return [];
  return Object.keys(now).flatMap((field) => {
    const [theirs, mine] = [plain(now[field]), plain(typed[field])];
    const label = theirs === mine ? null : labelOf(form, field);
    return label === null ? [] : [{ field, label, theirs: shown(form, field, theirs), mine: shown(form, field, mine) }];
  });
}

/** A form sends other line ends than the field shows. */
function plain(text = ""): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Null for what nobody types, such as a hidden field. */
function labelOf(form: HTMLFormElement, field: string): string | null {
  const control = form.elements.namedItem(field);
  if (control instanceof RadioNodeList) return wordsOf(groupOf(control)?.querySelector("legend"));
  return control && "labels" in control ? wordsOf((control as HTMLInputElement).labels?.[0]) : null;
}

/** A value as the form words it. */
function shown(form: HTMLFormElement, field: string, value: string): string {
  const control = form.elements.namedItem(field);
  if (control instanceof HTMLSelectElement) {
    return wordsOf([...control.options].find((option) => option.value === value)) ?? value;
  }
  if (control instanceof HTMLInputElement && control.type === "checkbox") return value === control.value ? "✓" : "";
  if (!(control instanceof RadioNodeList)) return value;
  const radio = [...control].find(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.value === value,
  );
  return wordsOf(radio?.labels?.[0]) ?? value;
}

function groupOf(radios: RadioNodeList): Element | null {
  const [first] = radios;
  return first instanceof Element ? first.closest("fieldset") : null;
}

function wordsOf(element: Element | null | undefined): string | null {
  return element?.textContent?.trim() || null;
}
