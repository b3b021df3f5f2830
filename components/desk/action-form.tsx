"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useActionState, useEffect, useMemo, useRef } from "react";
import { type FieldErrors, FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/forms";
import { useErrorText } from "./error-text";

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

type ActionFormProps = {
  schema: z.ZodObject;
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
  const form = useForm<Record<string, string>>({
    resolver: zodResolver(schema) as never,
    errors: useMemo(() => asFieldErrors(state.errors), [state]),
    defaultValues: state.values,
    shouldFocusError: false,
  });
  const top = useRef<HTMLDivElement>(null);
  const focusTop = () => requestAnimationFrame(() => top.current?.querySelector<HTMLElement>("[role=alert]")?.focus());
  useEffect(() => void ((state.errors || state.refusal) && focusTop()), [state]);

  const send = form.handleSubmit((_values, event) => {
    if (sending) return;
    const data = new FormData(event?.target as HTMLFormElement);
    startTransition(() => dispatch(data));
  }, focusTop);

  return (
    <FormProvider {...form}>
      <form action={dispatch} onSubmit={(event) => void send(event)} noValidate className="space-y-5">
        <div ref={top} className="empty:hidden">
          <Problems refusal={state.refusal} errors={form.formState.errors} />
        </div>
        {children}
        <Button look="main" className="w-full" aria-disabled={sending} aria-live="polite">
          {sending ? pending : submit}
        </Button>
      </form>
    </FormProvider>
  );
}

function Problems({ refusal, errors }: { refusal: FormState["refusal"]; errors: FieldErrors }) {
  const t = useTranslations("desk");
  const errorText = useErrorText();
  const found = Object.entries(errors).flatMap(([field, error]) =>
    error?.message ? [{ field, text: errorText(field, String(error.message)) }] : [],
  );
  if (found.length > 0) return <ErrorSummary title={t("form.summary", { count: found.length })} errors={found} />;
  if (!refusal) return null;
  return (
    <div role="alert" tabIndex={-1} className="border-s-4 border-brick bg-sheet px-4 py-3">
      <p className="font-semibold">{t("form.refused")}</p>
      <p>{t(`refusals.${refusal}`)}</p>
    </div>
  );
}

function asFieldErrors(errors: FormState["errors"]): FieldErrors<Record<string, string>> | undefined {
  if (!errors) return undefined;
  return Object.fromEntries(Object.entries(errors).map(([name, message]) => [name, { type: "server", message }]));
}
