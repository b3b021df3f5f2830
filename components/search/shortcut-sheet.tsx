"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ShortcutList } from "./shortcut-list";
import type { GoShortcut } from "./shortcuts";
import { SingleKeysChoice } from "./single-keys-choice";
import { closeBeside, useDialogLink } from "./use-dialog-link";
import { useGoKeys } from "./use-go-keys";

/** The shortcuts of the desk, and the sheet that lists them. Without script its link leads to the same as a page. */
export function ShortcutSheet({ shortcuts }: { shortcuts: GoShortcut[] }) {
  const t = useTranslations("desk.shortcuts");
  const { dialog, show, press } = useDialogLink();
  useGoKeys(shortcuts, show);
  return (
    <>
      <Link
        href="/desk/shortcuts"
        prefetch={false}
        onClick={press}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        className="mx-5 mt-4 flex min-h-9 items-center justify-between text-xs text-muted hover:text-blue max-md:hidden"
      >
        {t("title")}
        <kbd aria-hidden="true" className="font-sans">
          ?
        </kbd>
      </Link>
      <dialog
        ref={dialog}
        aria-label={t("title")}
        onClick={closeBeside}
        className="mx-auto mt-[8dvh] mb-auto max-h-[84dvh] w-[min(44rem,calc(100vw-2rem))] overflow-y-auto rounded-sm border border-edge bg-sheet p-0 text-sm text-ink backdrop:bg-[#151412a0]"
      >
        <div className="px-5 pt-3 pb-4">
          <form method="dialog" className="mb-3 flex items-center justify-between gap-4">
            <p className="font-serif text-lg">{t("title")}</p>
            <button className="link min-h-11 cursor-pointer">{t("close")}</button>
          </form>
          <ShortcutList shortcuts={shortcuts} />
          <SingleKeysChoice />
        </div>
      </dialog>
    </>
  );
}
