"use client";

import { ActionForm, type FormAction } from "@/components/desk/action-form";
import { pressSchema } from "@/lib/cases/schema";

type RemoveFormProps = { action: FormAction; submit: string; pending: string };

/** One button that removes something; what it was refused for stands above it. */
export function RemoveForm(props: RemoveFormProps) {
  return (
    <ActionForm schema={pressSchema} look="grave" narrow={false} {...props}>
      {null}
    </ActionForm>
  );
}
