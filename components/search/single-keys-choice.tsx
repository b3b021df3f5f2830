"use client";

import { useTranslations } from "next-intl";
import { useInBrowser } from "@/components/desk/use-in-browser";
import { switchSingleKeys, useSingleKeys } from "./single-keys";

/** Switches the single keys off for those who speak to their machine or brush against keys. Without script there are none. */
export function SingleKeysChoice() {
  const t = useTranslations("desk.shortcuts");
  const on = useSingleKeys();
  if (!useInBrowser()) return null;
  return (
    <label className="mt-5 flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-blue"
        checked={on}
        onChange={({ target }) => switchSingleKeys(target.checked)}
      />
      <span>
        {t("single")}
        <span className="block text-xs leading-5 text-muted">{t("singleHint")}</span>
      </span>
    </label>
  );
}
