"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Editing } from "@/lib/campaigns/editing";
import { takeOverSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";
import { formatClock, formatMoment } from "./formats";

type EditingBarProps = {
  other: Editing;
  /** Whether it was this member's until now. */
  lost: boolean;
  takeOver: FormAction;
};

/** Says who edits this campaign, and how to go on all the same. Takes the focus from a form that can no longer have it. */
export function EditingBar({ other, lost, takeOver }: EditingBarProps) {
  const t = useTranslations("desk.editing");
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lost) bar.current?.focus();
  }, [lost]);
  const words = { name: other.name, time: formatClock(other.since) };
  return (
    <div
      ref={bar}
      tabIndex={-1}
      role="status"
      className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-s-4 border-amber bg-sheet px-4 py-3 print:hidden"
    >
      <div id="editing" className="max-w-[62ch] wrap-anywhere">
        <p className="font-semibold">
          <time dateTime={other.since.toISOString()} title={formatMoment(other.since)}>
            {t(lost ? "tookOver" : "isEditing", words)}
          </time>
        </p>
        <p>{t(lost ? "keptWords" : "readOnly")}</p>
      </div>
      <ActionForm
        schema={takeOverSchema}
        action={takeOver}
        submit={t("takeOver")}
        pending={t("takingOver")}
        look="plain"
        narrow={false}
      >
        <input type="hidden" name="from" value={other.holder} />
      </ActionForm>
    </div>
  );
}
