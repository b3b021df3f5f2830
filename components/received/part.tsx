"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useFoldWhereNarrow } from "./use-fold";
import { useRead } from "./piece";

type PartProps = {
  id: string;
  title: string;
  /** The fields it asks for. */
  names: string[];
  /** Whether each of them is a decision, and not something to be filled in. */
  decides?: boolean;
  children: ReactNode;
};

/** A part of the draft. On a narrow screen it begins as a line that says how far it is; what is wrong in it opens it. */
export function Part({ id, title, names, decides = false, children }: PartProps) {
  const t = useTranslations("desk.importing.parts");
  const { fields } = useRead();
  const { formState } = useFormContext<Record<string, string>>();
  const typed = useWatch<Record<string, string>>({ name: names });
  const filled = names.filter((name, at) => (typed[at] ?? fields[name] ?? "") !== "").length;
  const wrong = Object.keys(formState.errors).filter((name) => belongs(name, names)).length;
  const fold = useRef<HTMLDetailsElement>(null);
  useFoldWhereNarrow(fold);
  useEffect(() => {
    if (wrong > 0) fold.current?.setAttribute("open", "");
  }, [wrong]);
  return (
    <section aria-labelledby={id}>
      <details ref={fold} open className="group">
        <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-x-4 border-b border-line py-1.5 [&::-webkit-details-marker]:hidden">
          <h2 id={id} className="font-serif text-lg leading-6">
            {title}
          </h2>
          <span className="flex shrink-0 items-center gap-3 text-xs text-muted tabular-nums">
            {wrong > 0 ? (
              <span className="font-semibold text-brick">{t("wrong", { count: wrong })}</span>
            ) : (
              t(decides ? "decided" : "filled", { filled, all: names.length })
            )}
            <span aria-hidden="true" className="w-3 text-center group-open:rotate-90 rtl:not-group-open:-scale-x-100">
              ▸
            </span>
          </span>
        </summary>
        <div className="pt-4">{children}</div>
      </details>
    </section>
  );
}

/** Rows have fields of their own: `recipient-r1-office` belongs to `recipient-r1-becomes`. */
function belongs(name: string, names: string[]): boolean {
  return names.some(
    (one) => one === name || (one.includes("-") && name.startsWith(one.slice(0, one.lastIndexOf("-") + 1))),
  );
}
