"use client";

import type { ReactNode } from "react";
import { pressSchema } from "@/lib/campaigns/schema";
import { ActionForm, type FormAction } from "./action-form";

type PressFormProps = {
  action: FormAction;
  submit: string;
  pending: string;
  look?: "main" | "plain" | "grave";
  aside?: ReactNode;
};

/** A form that is one button; what it was refused for stands above it. */
export function PressForm({ look = "plain", ...rest }: PressFormProps) {
  return (
    <ActionForm schema={pressSchema} look={look} narrow={false} {...rest}>
      {null}
    </ActionForm>
  );
}
