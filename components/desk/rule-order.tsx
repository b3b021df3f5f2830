"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useActionState, useEffect, useRef, useState } from "react";
import type { Rule } from "@/lib/routing/decide";
import type { FormAction } from "./action-form";
import { useRuleWords } from "./rule-words";
import { UndoNotice } from "./undo-notice";

type RuleOrderProps = {
  rules: Rule[];
  removed: Rule | null;
  names: Record<string, string>;
  path: string;
  action: FormAction;
};

const acts = ["up", "down", "out", "undo"] as const;
type Act = (typeof acts)[number];
type Pressed = { act: Act; id: string; name: string };

/** The rules of a campaign in their order; each can be moved, changed and removed, and the last removed put back. */
export function RuleOrder({ rules, removed, names, path, action }: RuleOrderProps) {
  const t = useTranslations("desk");
  const words = useRuleWords(names);
  const [state, dispatch, sending] = useActionState(action, {});
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const done = state.saved === true && !sending ? pressed : null;
  useEffect(() => keepFocus(done, note.current), [done]);
  const press = ({ nativeEvent }: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = nativeEvent;
    if (submitter instanceof HTMLButtonElement) setPressed(pressedOf(submitter));
  };
  return (
    <>
      <UndoNotice
        of={removed && removed.id}
        text={removed ? t("routing.wasRemoved", { rule: words(removed) }) : ""}
        field={removed ? { name: "act", value: `undo ${removed.id}` } : undefined}
        answer={{}}
        send={dispatch}
        {...{ sending, onSubmit: press }}
      />
      <form action={dispatch} onSubmit={press} aria-label={t("routing.listTitle")}>
        <p ref={note} role="status" tabIndex={-1} className="my-3 font-semibold text-moss empty:hidden">
          {done && done.act !== "undo" && done.act !== "out" && t(`routing.done.${done.act}`, { name: done.name })}
        </p>
        {state.refusal && !sending && (
          <p role="alert" className="my-3 max-w-[62ch] border-s-4 border-brick bg-sheet px-4 py-2">
            {t(`refusals.${state.refusal}`)}
          </p>
        )}
        {rules.length > 0 && (
          <ol className="divide-y divide-line border-y border-line">
            {rules.map((rule, index) => (
              <li key={rule.id} className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 py-3.5">
                <p className="flex min-w-0 flex-[1_1_24rem] gap-3">
                  <span className="w-5 shrink-0 text-end text-muted tabular-nums">{index + 1}</span>
                  <span className="min-w-0 wrap-anywhere">{words(rule)}</span>
                </p>
                <Acts
                  id={rule.id}
                  name={words(rule)}
                  first={index === 0}
                  last={index === rules.length - 1}
                  href={`${path}/${rule.id}`}
                />
              </li>
            ))}
          </ol>
        )}
      </form>
    </>
  );
}

type ActsProps = { id: string; name: string; first: boolean; last: boolean; href: string };

const look =
  "inline-flex min-h-9 cursor-pointer items-center justify-center rounded-sm border border-edge bg-sheet px-3 text-blue hover:border-blue aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-muted";

function Acts({ id, name, first, last, href }: ActsProps) {
  const t = useTranslations("desk.routing");
  const button = (act: "up" | "down" | "out", idle = false) => (
    <button
      id={`${act}-${id}`}
      name="act"
      value={`${act} ${id}`}
      data-rule={name}
      aria-disabled={idle}
      onClick={(event) => idle && event.preventDefault()}
      className={look}
    >
      {t(act)}
      <span className="sr-only"> {name}</span>
    </button>
  );
  return (
    <div className="grid w-full grid-cols-2 gap-2 sm:flex sm:w-auto print:hidden">
      {button("up", first)}
      {button("down", last)}
      <Link href={href} className={look}>
        {t("change")}
        <span className="sr-only"> {name}</span>
      </Link>
      {button("out")}
    </div>
  );
}

function pressedOf({ value, dataset }: HTMLButtonElement): Pressed | null {
  const [asked, id = ""] = value.split(" ");
  const act = acts.find((one) => one === asked);
  return act ? { act, id, name: dataset.rule ?? "" } : null;
}

/** A rule that moved takes the focus with it, and so does one that was put back; `UndoNotice` takes it for one that was removed. */
function keepFocus(done: Pressed | null, note: HTMLElement | null): void {
  if (!done || document.activeElement !== document.body) return;
  if (done.act === "out") return;
  const next = done.act === "undo" ? "out" : done.act;
  (document.getElementById(`${next}-${done.id}`) ?? note)?.focus();
}
