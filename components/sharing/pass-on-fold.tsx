import { useTranslations } from "next-intl";
import type { Offer } from "@/lib/sharing/offer";
import { PassOn } from "./pass-on";

/** The ways to pass an appeal on, folded away until somebody wants them. */
export function PassOnFold({ offer }: { offer: Offer }) {
  const t = useTranslations("sharing.share");
  return (
    <details className="border-y border-line py-1 print:hidden">
      <summary className="link cursor-pointer py-2.5 font-semibold">
        <h2 className="inline">{t("title")}</h2>
      </summary>
      <div className="pt-2 pb-4">
        <PassOn offer={offer} />
      </div>
    </details>
  );
}
