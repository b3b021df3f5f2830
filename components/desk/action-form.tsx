"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { createContext, type ReactNode, startTransition, useActionState, useEffect, useId, useMemo } from "react";
import { type FieldErrors, FormProvider, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/forms";
import { AutosaveLine } from "./autosave-line";
import type { AutosaveAnswer, AutosaveStatus } from "./autosaver";
import { FormProblems } from "./form-problems";
import { KeptNotice, SavedNotice, SlowNotice } from "./form-notices";
import { StandsNow } from "./stands-now";
import { useAutosave } from "./use-autosave";
import { useKeptForm } from "./use-kept-form";

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/** Saves a form by itself. */
export type AutosaveAction = (form: FormData) => Promise<AutosaveAnswer>;

/** What the form it stands in was answered last, for fields that show more of it than their errors. */
export const FormAnswer = createContext<FormState>({});

type Typed = Record<string, string>;

type ActionFormProps = {
  schema: z.ZodType<unknown, Typed>;
  action: FormAction;
  submit: string;
  pending: string;
  /** What the fields hold at first. A tick box is "yes" or missing. */
  initial?: Typed;
  /** Names the form on its page: what is typed outlives a reload, the way back and an ended session until it is saved. */
  keep?: string;
  /** Saves it some moments after the last change, where it can be. */
  autosave?: AutosaveAction | undefined;
  /** Shows what stands now beside what was refused because somebody else changed it; its action has to refresh the page. */
  compare?: boolean;
  /** The look of its button: `main` for the one main action on a screen. */
  look?: "main" | "plain" | "grave";
  /** A narrow form has a button as wide as its fields. */
  narrow?: boolean;
  /** Beside the button, such as a way out. */
  aside?: ReactNode;
  /** What is said when it worked, if that is not "Saved". */
  done?: string;
  /** What is said once it takes longer than two seconds. */
  slow?: string;
  /** What stands beside the fields where there is room, such as a preview that follows them. */
  beside?: ReactNode;
  children: ReactNode;
};

/**
 * The desk's one way to send a form: react-hook-form checks it by the schema the server uses, a Server Action takes it,
 * and what the server refuses stands beside the field like what the browser found. Without script the same form posts.
 */
export function ActionForm({
  schema,
  action,
  initial,
  keep,
  autosave,
  compare = false,
  beside,
  children,
  ...foot
}: ActionFormProps) {
  const [state, dispatch, sending] = useActionState(action, {});
  const id = useId();
  const form = useForm<Typed>({
    resolver: useMemo(() => formResolver(schema, id), [schema, id]),
    errors: useMemo(() => asFieldErrors(state.errors), [state]),
    defaultValues: state.values ?? initial,
    shouldFocusError: false,
  });
  const { attach, catchUp, restored, store, settle, discard } = useKeptForm(keep, state, sending);
  const saver = useAutosave({ id, schema, autosave, initial, form, settle, state });
  // After the autosaver has begun.
  useEffect(catchUp, [catchUp]);
  const send = form.handleSubmit(async (_values, event) => {
    if (sending) return;
    const element = event?.target as HTMLFormElement;
    const submitter = (event?.nativeEvent as SubmitEvent | undefined)?.submitter;
    await saver.quiet(element);
    const data = new FormData(element, submitter);
    startTransition(() => dispatch(data));
  });
  return (
    <FormProvider {...form}>
      <form
        id={id}
        ref={attach}
        action={dispatch}
        onSubmit={(event) => void send(event)}
        onInput={(event) => {
          store(event);
          saver.changed();
        }}
        noValidate
        // What is kept is brought back here: a browser would bring back words that others have changed since.
        autoComplete={keep ? "off" : undefined}
        className={beside ? "grid gap-x-12 gap-y-8 xl:grid-cols-2" : ""}
      >
        <div className="min-w-0 space-y-5">
          {restored && <KeptNotice discard={discard} />}
          {!sending && <FormProblems refusal={compare && isConflict(state) ? undefined : state.refusal} />}
          <FormAnswer value={state}>{children}</FormAnswer>
          {compare && !sending && <StandsNow form={id} now={initial} {...conflictOf(state, saver.status)} />}
          <Foot {...foot} sending={sending} saved={state.saved === true && !autosave} />
          {autosave && <AutosaveLine {...saver} status={compare ? unlessShown(saver.status) : saver.status} />}
        </div>
        {beside}
      </form>
    </FormProvider>
  );
}

/** What was refused because somebody else had changed it, and whether it was saved by hand. */
function conflictOf(state: FormState, status: AutosaveStatus): { typed: Typed | null; pressed: boolean } {
  if (isConflict(state)) return { typed: state.values ?? {}, pressed: true };
  return { typed: status.kind === "refused" && isConflict(status) ? status.values : null, pressed: false };
}

/** What `StandsNow` says is not said again. */
function unlessShown(status: AutosaveStatus): AutosaveStatus {
  return status.kind === "refused" && isConflict(status) ? { kind: "stopped" } : status;
}

function isConflict({ refusal }: Pick<FormState, "refusal">): boolean {
  return refusal === "changed-meanwhile";
}

type FootProps = Pick<ActionFormProps, "submit" | "pending" | "look" | "narrow" | "aside" | "done" | "slow"> & {
  sending: boolean;
  saved: boolean;
};

function Foot({ submit, pending, look = "main", narrow = true, aside, done, slow, sending, saved }: FootProps) {
  return (
    <div className={narrow ? "" : "flex flex-wrap items-center gap-x-5 gap-y-3"}>
      <Button
        look={look}
        className={`aria-disabled:opacity-60 ${narrow ? "w-full" : ""}`}
        aria-disabled={sending}
        aria-live="polite"
      >
        {sending ? pending : submit}
      </Button>
      <SavedNotice saved={saved && !sending} text={done} />
      {slow && <SlowNotice waiting={sending} text={slow} />}
      {aside}
    </div>
  );
}

/** Reads the form itself, so that the browser checks exactly what the server will get; of a file, its size in bytes. */
function formResolver(schema: ActionFormProps["schema"], id: string): Resolver<Typed> {
  const check = zodResolver(schema) as Resolver<Typed>;
  return (values, context, options) => {
    const form = document.getElementById(id);
    return check(form instanceof HTMLFormElement ? typedOf(form) : values, context, options);
  };
}

function typedOf(form: HTMLFormElement): Typed {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === "string" ? value : `${value.size}`,
  ]);
  return Object.fromEntries(entries) as Typed;
}

function asFieldErrors(errors: FormState["errors"]): FieldErrors<Typed> | undefined {
  if (!errors) return undefined;
  return Object.fromEntries(Object.entries(errors).map(([name, message]) => [name, { type: "server", message }]));
}
