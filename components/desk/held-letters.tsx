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
  /** Whether none may leave now, because a consent is missing. */
  blocked: boolean;
};

/** Letters that wait for a member's word: how many, why, and the way to let them go. */
export function HeldLetters({ held, href, release, blocked }: HeldLettersProps) {
  const t = useTranslations("desk.heldLetters");
  const all = held.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <section aria-labelledby="held" className="border-s-4 border-amber bg-sheet px-5 py-4">
      <h2 id="held" className="font-serif text-lg">
        {t("title", { count: all })}
      </h2>
      <ul className="mt-2 grid gap-x-8 md:grid-cols-[minmax(0,1fr)_auto]">
        {held.map(({ reason, count }) => (
          <li
            key={reason}
            className="col-span-full grid grid-cols-subgrid items-center gap-y-2 border-t border-line py-2.5"
          >
            <p className="max-w-[62ch]">{t(`reasons.${reason}`, { count })}</p>
            {release && <Way reason={reason} {...{ href, release, blocked }} />}
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

type WayProps = Pick<HeldLettersProps, "href" | "blocked"> & {
  reason: Held["reason"];
  release: (reason: Held["reason"]) => FormAction;
};

/** What lets the letters of one reason go; nothing where they leave by themselves. */
function Way({ reason, href, release, blocked }: WayProps) {
  const t = useTranslations("desk.heldLetters");
  if (reason === "breaker") return null;
  if (reason === "words") {
    return (
      <Link href={`${href}/words`} prefetch={false} className="link">
        {t("read")}
      </Link>
    );
  }
  if (reason === "address") {
    return (
      <span className="flex flex-wrap gap-x-5">
        <Link href="/desk/addresses" prefetch={false} className="link">
          {t("failing")}
        </Link>
        <Link href={`${href}/recipients`} prefetch={false} className="link">
          {t("addAddress")}
        </Link>
      </span>
    );
  }
  if (reason === "deadline" || reason === "stop") {
    return (
      <Link href={`${href}/life`} prefetch={false} className="link">
        {t("decide")}
      </Link>
    );
  }
  if (blocked) {
    return (
      <a href="#findings" className="link">
        {t("blocked")}
      </a>
    );
  }
  return <PressForm action={release(reason)} submit={t("release")} pending={t("releasing")} />;
}
