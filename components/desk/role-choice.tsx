"use client";

import { useTranslations } from "next-intl";
import { roles } from "@/lib/accounts/schema";
import { RadioGroup } from "./fields";

/** The four roles, each with what it may do. */
export function RoleChoice({ label }: { label: string }) {
  const t = useTranslations("desk");
  const choices = roles.map((role) => ({ value: role, label: t(`roles.${role}`), hint: t(`roleHints.${role}`) }));
  return <RadioGroup name="role" label={label} choices={choices} />;
}
