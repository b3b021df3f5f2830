"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useInBrowser } from "./use-in-browser";

/** Copies what stands in a field. Where the browser does not let us, the text is selected for the keyboard. */
export function CopyText({ from }: { from: string }) {
  const t = useTranslations("desk.forward");
  const [done, setDone] = useState<"copied" | "select" | null>(null);
  const [, start] = useTransition();
  if (!useInBrowser()) return null;
  const copy = async () => {
    const field = document.getElementById(from);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.select();
    setDone((await mayCopy(field.value)) ? "copied" : "select");
  };
  return (
    <>
      <Button type="button" look="main" onClick={() => start(copy)}>
        {t("copy")}
      </Button>
      <span role="status" className="self-center text-muted">
        {done && t(done)}
      </span>
    </>
  );
}

/** Pages that did not come over https have no clipboard, and a browser may refuse its own. */
async function mayCopy(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
