"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, startTransition, useActionState, useMemo } from "react";
import { type FieldErrors, FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/forms";
import { FormProblems } from "./form-problems";

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

type Typed = Record<string, string>;

type ActionFormProps = {
  schema: z.ZodType<Typed, Typed>;
  action: FormAction;
  submit: string;
  pending: string;
  children: ReactNode;
};

/**
 * The desk's one way to send a form: react-hook-form checks it by the schema the server uses, a Server Action takes it,
 * and what the server refuses stands beside the field like what the browser found. Without script the same form posts.
 */
export function ActionForm({ schema, action, submit, pending, children }: ActionFormProps) {
  const [state, dispatch, sending] = useActionState(action, {});
  const form = useForm<Typed>({
    resolver: zodResolver(schema),
    errors: useMemo(() => asFieldErrors(state.errors), [state]),
    defaultValues: state.values,
    shouldFocusError: false,
  });
  const send = form.handleSubmit((_values, event) => {
    if (sending) return;
    const data = new FormData(event?.target as HTMLFormElement);
    startTransition(() => dispatch(data));
  });
  return (
    <FormProvider {...form}>
      <form action={dispatch} onSubmit={(event) => void send(event)} noValidate className="space-y-5">
        {!sending && <FormProblems refusal={state.refusal} />}
        {children}
        <Button look="main" className="w-full aria-disabled:opacity-60" aria-disabled={sending} aria-live="polite">
          {sending ? pending : submit}
        </Button>
      </form>
    </FormProvider>
  );
}

function asFieldErrors(errors: FormState["errors"]): FieldErrors<Typed> | undefined {
  if (!errors) return undefined;
  return Object.fromEntries(Object.entries(errors).map(([name, message]) => [name, { type: "server", message }]));
}
