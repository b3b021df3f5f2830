import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { PressForm } from "./press-form";

/** The way to drop a revision that is not published, folded away: what was written in it is lost. */
export function DiscardRevision({ number, action }: { number: number; action: FormAction }) {
  const t = useTranslations("desk.publishing");
  return (
    <details className="border-t border-line pt-2">
      <summary className="link flex min-h-11 cursor-pointer items-center">{t("discard", { number })}</summary>
      <p className="mb-3 max-w-[62ch] text-muted">{t("discardText")}</p>
      <PressForm action={action} submit={t("discard", { number })} pending={t("discarding")} look="grave" />
    </details>
  );
}
