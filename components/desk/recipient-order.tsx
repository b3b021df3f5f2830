"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useActionState, useEffect, useRef, useState } from "react";
import type { Channel } from "@/lib/generated/prisma/enums";
import type { CampaignRecipientLine } from "@/lib/recipients/queries";
import type { FormAction } from "./action-form";
import { RecipientFacts } from "./recipient-facts";
import { SampleMark } from "./sample-mark";

type RecipientOrderProps = {
  recipients: CampaignRecipientLine[];
  /** The names of the countries and languages that occur. */
  names: Record<string, string>;
  /** The languages the campaign's letter is written in. */
  languages: string[];
  /** The channels that letters leave by here; by the others each signer sends them. */
  carried: Channel[];
  path: string;
  action: FormAction;
};

/** The recipients of a campaign in the order in which they are written to; each can be moved, and taken out. */
export function RecipientOrder({ recipients, names, languages, carried, path, action }: RecipientOrderProps) {
  const t = useTranslations("desk");
  const [state, dispatch, sending] = useActionState(action, {});
  const [pressed, setPressed] = useState<{ act: string; name: string } | null>(null);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(
    () => keepFocus(state.saved && !sending ? pressed?.act : undefined, note.current),
    [state, sending, pressed],
  );
  const press = ({ nativeEvent }: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = nativeEvent;
    if (submitter instanceof HTMLButtonElement) {
      setPressed({ act: submitter.value, name: submitter.dataset.recipient ?? "" });
    }
  };
  return (
    <form action={dispatch} onSubmit={press}>
      <p ref={note} role="status" tabIndex={-1} className="mb-3 font-semibold text-moss empty:hidden">
        {state.saved && !sending && pressed && t(`recipientList.done.${actOf(pressed.act)}`, { name: pressed.name })}
      </p>
      {state.refusal && !sending && (
        <p role="alert" className="mb-3 border-s-4 border-brick bg-sheet px-4 py-2">
          {t(`refusals.${state.refusal}`)}
        </p>
      )}
      <ol className="divide-y divide-line border-y border-line">
        {recipients.map((recipient, index) => (
          <li key={recipient.id} className="flex flex-wrap justify-between gap-x-8 gap-y-3 py-4">
            <div className="min-w-0 flex-[1_1_24rem]">
              <h2 className="font-semibold wrap-anywhere">
                <Link href={`${path}/${recipient.id}`} className="link">
                  {recipient.short}
                </Link>
                {recipient.sample && <SampleMark />}
                {recipient.role === "copy" && <span className="text-muted"> · {t("recipients.copy")}</span>}
              </h2>
              <RecipientFacts {...{ recipient, names, languages, carried }} />
            </div>
            <Acts recipient={recipient} first={index === 0} last={index === recipients.length - 1} />
          </li>
        ))}
      </ol>
    </form>
  );
}

type ActsProps = { recipient: CampaignRecipientLine; first: boolean; last: boolean };

function Acts({ recipient: { id, short, role }, first, last }: ActsProps) {
  const t = useTranslations("desk.recipientList");
  const other = role === "to" ? "copy" : "to";
  const button = (act: "up" | "down" | "to" | "copy" | "out", idle = false) => (
    <button
      key={act}
      id={`${act}-${id}`}
      name="act"
      value={`${act} ${id}`}
      data-recipient={short}
      aria-disabled={idle}
      onClick={(event) => idle && event.preventDefault()}
      className="min-h-9 cursor-pointer rounded-sm border border-edge bg-sheet px-3 text-blue hover:border-blue aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-muted"
    >
      {t(act)}
      <span className="sr-only"> {short}</span>
    </button>
  );
  return (
    <div className="grid w-full grid-cols-2 content-start items-start gap-2 sm:flex sm:w-auto sm:flex-wrap print:hidden">
      {button("up", first)}
      {button("down", last)}
      {button(other)}
      {button("out")}
    </div>
  );
}

function actOf(value: string): "up" | "down" | "to" | "copy" | "out" {
  const [act] = value.split(" ");
  return act === "up" || act === "down" || act === "to" || act === "copy" ? act : "out";
}

/** A row that moved takes the focus with it; where its button is gone, the focus goes to what is said about it. */
function keepFocus(act: string | undefined, note: HTMLElement | null): void {
  if (!act || document.activeElement !== document.body) return;
  (document.getElementById(act.replace(" ", "-")) ?? note)?.focus();
}
