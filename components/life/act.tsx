import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import { PressForm } from "@/components/desk/press-form";

type ActProps = { action: FormAction; submit: string; hint: string; look?: "main" | "plain" | "grave" };

/** One act with what it will do beside its button. */
export function Act({ action, submit, hint, look = "plain" }: ActProps) {
  const t = useTranslations("desk.life");
  return (
    <PressForm
      action={action}
      submit={submit}
      pending={t("pending")}
      look={look}
      aside={<p className="max-w-[62ch] min-w-[min(16rem,100%)] flex-1 text-muted">{hint}</p>}
    />
  );
}
