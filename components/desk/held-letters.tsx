import Link from "next/link";
import { useTranslations } from "next-intl";
import type { HeldLetters as Held } from "@/lib/letters/held";
import { letterListHref } from "@/lib/letters/schema";
import type { FormAction } from "./action-form";
import { PressForm } from "./press-form";

type HeldLettersProps = {
  held: Held[];
  href: string;
  /** Releases the letters of one reason; missing for those who may not. */
  release?: (reason: Held["reason"]) => FormAction;
};

/** Letters that wait for a member's word: how many, why, and the way to let them go. */
export function HeldLetters({ held, href, release }: HeldLettersProps) {
  const t = useTranslations("desk.heldLetters");
  const all = held.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <section aria-labelledby="held" className="border-s-4 border-amber bg-sheet px-5 py-4">
      <h2 id="held" className="font-serif text-lg">
        {t("title", { count: all })}
      </h2>
      <ul className="mt-1 space-y-2">
        {held.map(({ reason, count }) => (
          <li key={reason} className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <p>{t(`reasons.${reason}`, { count })}</p>
            {reason === "address" && (
              <Link href="/desk/addresses" prefetch={false} className="link">
                {t("failing")}
              </Link>
            )}
            {release && reason === "address" && (
              <Link href={`${href}/recipients`} prefetch={false} className="link">
                {t("addAddress")}
              </Link>
            )}
            {release && reason !== "address" && (
              <PressForm action={release(reason)} submit={t("release")} pending={t("releasing")} />
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Link href={letterListHref(href, { state: "held" })} prefetch={false} className="link">
          {t("show")}
        </Link>
      </p>
    </section>
  );
}
