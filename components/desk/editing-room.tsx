"use client";

import type { ReactNode } from "react";
import type { Editing } from "@/lib/campaigns/editing";
import type { FormAction } from "./action-form";
import { EditingBar } from "./editing-bar";
import { useEditing } from "./use-editing";

type EditingRoomProps = {
  /** Who edits the campaign now. */
  editing: Editing | null;
  /** Takes the signs of life of this page. */
  url: string;
  takeOver: FormAction;
  children: ReactNode;
};

/**
 * What one member at a time may change: held from the first change on, and read-only while somebody else holds it. Its forms
 * begin anew when that changes, with what is stored by then; what was typed in this tab comes back into them.
 */
export function EditingRoom({ editing, url, takeOver, children }: EditingRoomProps) {
  const { touch, lost } = useEditing(editing, url);
  const other = editing?.mine === false ? editing : null;
  return (
    <>
      {other && <EditingBar key={other.holder} other={other} lost={lost} takeOver={takeOver} />}
      <fieldset
        key={other?.holder ?? ""}
        disabled={other !== null}
        aria-describedby={other ? "editing" : undefined}
        onInput={touch}
        className="contents [&:disabled_:is(button,[data-autosave])]:hidden [&:disabled_:is(input,select,textarea)]:bg-paper"
      >
        {children}
      </fieldset>
    </>
  );
}
