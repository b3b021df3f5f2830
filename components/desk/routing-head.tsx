import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type RoutingHeadProps = { back: string; live: boolean; children: ReactNode };

/** What rules are, the way back to the recipients, and the one action on the right. */
export function RoutingHead({ back, live, children }: RoutingHeadProps) {
  const t = useTranslations("desk.routing");
  return (
    <div className="mb-5">
      <p className="mb-2">
        <Link href={back} className="text-blue hover:underline">
          <span aria-hidden="true">←</span> {t("back")}
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="max-w-[62ch]">
          <h2 className="font-serif text-xl">{t("title")}</h2>
          <p className="mt-1 text-muted">{t("lead")}</p>
          {live && <p className="mt-1 text-amber">{t("live")}</p>}
        </div>
        {children}
      </div>
    </div>
  );
}
