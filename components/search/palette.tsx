"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { PaletteBox } from "./palette-box";
import type { Place } from "./places";
import { isSingleKey } from "./single-keys";
import { closeBeside, useDialogLink } from "./use-dialog-link";

/** The way to everything by a few letters: a button, Ctrl+K, and "/". Without script the button leads to the page of the search. */
export function Palette({ places }: { places: Place[] }) {
  const t = useTranslations("desk.search");
  const [open, setOpen] = useState(false);
  const { dialog, show, press } = useDialogLink(useCallback(() => setOpen(true), []));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey } = event;
      const combined = event.key.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !shiftKey;
      if (!combined && !(event.key === "/" && isSingleKey(event))) return;
      event.preventDefault();
      show();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [show]);
  return (
    <>
      <Link
        href="/desk/search"
        prefetch={false}
        onClick={press}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        className="flex min-h-11 items-center justify-between gap-3 rounded-sm border border-edge bg-sheet px-3 text-muted hover:border-blue hover:text-blue md:min-h-9"
      >
        {t("open")}
        <Shortcut />
      </Link>
      <dialog
        ref={dialog}
        aria-label={t("label")}
        onClose={() => setOpen(false)}
        onClick={closeBeside}
        className="mx-auto mt-[8dvh] mb-auto w-[min(38rem,calc(100vw-2rem))] overflow-hidden rounded-sm border border-edge bg-sheet p-0 text-sm text-ink backdrop:bg-[#151412a0]"
      >
        {open && <PaletteBox places={places} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

const never = () => () => undefined;

/** The keys as this machine names them. */
function Shortcut() {
  const keys = useSyncExternalStore(
    never,
    () => (/Mac|iP/.test(navigator.platform) ? "⌘K" : "Ctrl K"),
    () => "Ctrl K",
  );
  return (
    <kbd aria-hidden="true" className="font-sans text-xs max-md:hidden">
      {keys}
    </kbd>
  );
}
