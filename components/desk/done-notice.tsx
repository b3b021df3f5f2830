"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Done } from "@/lib/undo/schema";
import type { FormAction } from "./action-form";
import { UndoNotice } from "./undo-notice";

type DoneNoticeProps = {
  /** What the member did last on this page; null when there is nothing to tell. */
  done: Done | null;
  /** Takes back what the field `undo` names. */
  action: FormAction;
};

/** At the head of a list: to how many of its rows something was done, and the way back. */
export function DoneNotice({ done, action }: DoneNoticeProps) {
  const t = useTranslations("desk.undo");
  const [answer, send, sending] = useActionState(action, {});
  return (
    <UndoNotice
      of={done && `${done.id} ${done.undone}`}
      opened
      text={done ? textOf(done, t) : ""}
      field={done?.undoable ? { name: "undo", value: done.id } : undefined}
      {...{ answer, send, sending }}
    />
  );
}

function textOf(
  { act, undone, takenBack, what, chosen, changed }: Done,
  t: ReturnType<typeof useTranslations<"desk.undo">>,
): string {
  if (undone) return takenBack === changed ? t("undone") : t("undoneSome", { takenBack, changed });
  const said = t(`acts.${act}`, { what, changed });
  const same = chosen - changed;
  return same > 0 && changed > 0 ? `${said} ${t("same", { same })}` : said;
}
