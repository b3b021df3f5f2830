"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import type { FormState } from "@/lib/forms";
import { type AutosaveAnswer, Autosaver, type AutosaveStatus, type Fields, type Steps } from "./autosaver";
import { asKept, putBack, seenOf } from "./kept-fields";

type Autosaved = {
  id: string;
  schema: z.ZodType<unknown, Fields>;
  autosave: ((form: FormData) => Promise<AutosaveAnswer>) | undefined;
  /** What is stored when the page comes. */
  initial: Fields | undefined;
  form: UseFormReturn<Fields>;
  settle: (stored: Fields, seen?: string) => void;
  /** What came of saving by hand. */
  state: FormState;
};

/** Ties a form to what saves it by itself; without an action it does nothing. */
export function useAutosave({ id, schema, autosave, initial, form, settle, state }: Autosaved) {
  const [status, setStatus] = useState<AutosaveStatus>({ kind: "idle" });
  const [steps, setSteps] = useState<Steps>({ undo: false, redo: false });
  const saver = useRef<Autosaver>(null);
  /** What was saved by hand last. */
  const pressed = useRef<Fields>(null);
  const latest = useRef({ autosave, initial, form, settle, state });
  useEffect(() => {
    latest.current = { autosave, initial, form, settle, state };
  });
  const on = autosave !== undefined;
  useEffect(() => {
    const element = document.getElementById(id);
    if (!on || !(element instanceof HTMLFormElement)) return undefined;
    const made = new Autosaver(
      {
        read: () => readFields(element),
        write: (fields) => putBack(element, { fields: asKept(element, fields), seen: null }),
        check: (fields) => faultsOf(schema, fields),
        mark: (errors) => mark(latest.current.form, readFields(element), errors),
        send: async (fields) => latest.current.autosave?.(formOf(element, fields)) ?? {},
        settle: (fields, seen) => latest.current.settle(fields, seen),
        show: (now, can) => {
          setStatus(now);
          setSteps(can);
        },
      },
      { ...readFields(element), ...latest.current.initial },
    );
    saver.current = made;
    // The first save by hand began the draft that saves by itself from now on.
    if (pressed.current && latest.current.state.saved) made.back({ stored: pressed.current });
    return () => made.stop();
  }, [id, on, schema]);
  useEffect(() => {
    const sent = pressed.current;
    if (!sent) return;
    saver.current?.back(state.saved ? { stored: sent } : { refused: state.refusal !== undefined });
  }, [state]);
  return {
    status,
    steps,
    changed: () => saver.current?.changed(),
    /** Lets the member save by hand; what is under way is waited for. */
    quiet: async (element: HTMLFormElement) => {
      await saver.current?.quiet();
      pressed.current = readFields(element);
    },
    undo: () => void saver.current?.undo(),
    redo: () => void saver.current?.redo(),
  };
}

/** What was typed, without the mark of what stands there. */
function readFields(form: HTMLFormElement): Fields {
  const entries = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && isOurs(name));
  return Object.fromEntries(entries) as Fields;
}

function isOurs(name: string): boolean {
  return name !== "seen" && !name.startsWith("$");
}

function formOf(form: HTMLFormElement, fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set("seen", seenOf(form)?.value ?? "");
  return data;
}

function faultsOf(schema: Autosaved["schema"], fields: Fields): Fields {
  const { error } = schema.safeParse(fields);
  const faults: Fields = {};
  for (const { path, message } of error?.issues ?? []) faults[String(path[0])] ??= message;
  return faults;
}

function mark(form: UseFormReturn<Fields>, fields: Fields, errors: Fields): void {
  for (const name of Object.keys(fields)) {
    const message = errors[name];
    if (message) form.setError(name, { type: "autosave", message });
    else form.clearErrors(name);
  }
}
