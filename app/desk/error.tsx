"use client";

import { useTranslations } from "next-intl";
import { Gate } from "@/components/desk/gate";
import { Button } from "@/components/ui/button";

/** What the desk shows when a page failed. The server has logged why; the reader gets the number to ask for. */
export default function DeskError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("desk.error");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Gate title={t("title")} lead={t("text")}>
      <Button type="button" look="main" onClick={retry}>
        {t("action")}
      </Button>
      {digest && <p className="mt-7 text-sm text-muted">{t("code", { digest })}</p>}
    </Gate>
  );
}
