import { useTranslations } from "next-intl";
import type { Missing } from "@/lib/signatures/check";

/** What a letter does without, said gently: it may be sent as it is. */
export function MissingLines({ missing, change }: { missing: Missing[]; change: string }) {
  const t = useTranslations("site.check");
  return (
    <section aria-labelledby="missing" className="border-s-4 border-amber bg-sheet px-4 py-3">
      <h2 id="missing" className="font-semibold">
        {t("missingTitle")}
      </h2>
      <ul className="my-2 list-disc space-y-1 ps-5">
        {missing.map(({ kind, text }) => (
          <li key={text}>
            {t(kind === "fact" ? "missing.fact" : "missing.request")}{" "}
            <q dir="auto" className="font-serif">
              {text}
            </q>
          </li>
        ))}
      </ul>
      <p>
        {t("missingText")}{" "}
        <a href={change} className="link">
          {t("change")}
        </a>
      </p>
    </section>
  );
}
