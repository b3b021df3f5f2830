"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, use, useId } from "react";
import { type LibraryAct, libraryLimits } from "@/lib/library/schema";
import { FormAnswer } from "./action-form";

type LibraryActsProps = {
  acts: readonly LibraryAct[];
  tags: string[];
  groups: { id: string; name: string }[];
};

const control = "block min-h-11 w-full rounded-sm border border-edge bg-sheet px-2 py-1 text-ink";

/** What is to be done with offices of the library; only what the chosen act needs is seen, also without script. */
export function LibraryActs({ acts, tags, groups }: LibraryActsProps) {
  const t = useTranslations("desk.library.many");
  const { values = {} } = use(FormAnswer);
  const id = useId();
  return (
    <>
      <Labelled label={t("act")} className="grow basis-48">
        <select name="act" required defaultValue={values.act ?? ""} className={control}>
          <option value="">{t("choose")}</option>
          {acts.map((act) => (
            <option key={act} value={act}>
              {t(`acts.${act}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled
        label={t("tag")}
        className="hidden grow basis-48 group-has-[option[value=tag]:checked]/bulk:block group-has-[option[value=untag]:checked]/bulk:block"
      >
        <input
          name="bulkTag"
          list={`${id}-tags`}
          defaultValue={values.bulkTag}
          maxLength={libraryLimits.tag}
          autoComplete="off"
          className={control}
        />
        <datalist id={`${id}-tags`}>
          {tags.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </datalist>
      </Labelled>
      <Labelled
        label={t("group")}
        className="hidden grow basis-48 group-has-[option[value=group]:checked]/bulk:block group-has-[option[value=ungroup]:checked]/bulk:block"
      >
        <select name="bulkGroup" defaultValue={values.bulkGroup ?? ""} className={control}>
          <option value="">{t("chooseGroup")}</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled
        label={t("why")}
        className="hidden grow-[2] basis-64 group-has-[option[value=silence]:checked]/bulk:block"
      >
        <input
          name="why"
          defaultValue={values.why}
          maxLength={libraryLimits.reason}
          autoComplete="off"
          className={control}
        />
      </Labelled>
    </>
  );
}

function Labelled({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <label className={`min-w-0 ${className}`}>
      <span className="mb-1 block text-xs text-muted">{label}</span>
      {children}
    </label>
  );
}
