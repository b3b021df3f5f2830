"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useId, useMemo } from "react";
import type { FormAction } from "./action-form";
import { BulkBar, type BulkWords } from "./bulk-bar";
import { FoldedTickAll, TickForm } from "./tick-box";
import { useTicks } from "./use-ticks";

type TickListProps = {
  action: FormAction;
  /** The query that the list was asked with. */
  filter: string;
  /** How many rows fit it, and how many of them stand here. */
  total: number;
  listed: number;
  words: BulkWords;
  /** Changes when something was done: nothing is ticked any more. */
  done: string;
  /** What is to be said besides which rows. */
  fields?: ReactNode;
  /** The list, with a `TickBox` in each row. */
  children: ReactNode;
};

/** A list whose rows can be ticked, and below it what is done with those. All of it works without script. */
export function TickList({ action, done, children, ...bar }: TickListProps) {
  const t = useTranslations("desk.bulk");
  const [state, send, sending] = useActionState(action, {});
  const { list, ticked, untick, click, press } = useTicks(done);
  const id = useId();
  const picked = state.values?.picks ?? "";
  const form = useMemo(() => ({ id, picks: picked.split(",") }), [id, picked]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- what is clicked and pressed are the boxes in it: this only counts them
    <div ref={list} onClick={click} onKeyDown={press}>
      {bar.listed > 1 && <FoldedTickAll label={t("page")} />}
      <TickForm value={form}>{children}</TickForm>
      <BulkBar {...bar} {...{ id, state, send, sending, ticked, clear: untick }} />
    </div>
  );
}
