import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Found, hitKinds } from "@/lib/search/schema";

/** What was found, by its kind. */
export function HitList({ found: { hits, more } }: { found: Found }) {
  const t = useTranslations("desk.search");
  if (hits.length === 0) return <p className="mt-4 text-muted">{t("none")}</p>;
  return (
    <div className="mt-5 space-y-5">
      {hitKinds
        .filter((kind) => hits.some((hit) => hit.kind === kind))
        .map((kind) => (
          <section key={kind} aria-labelledby={`found-${kind}`}>
            <h2 id={`found-${kind}`} className="text-xs text-muted">
              {t(`groups.${kind}`)}
            </h2>
            <ul className="divide-y divide-line border-y border-line">
              {hits
                .filter((hit) => hit.kind === kind)
                .map(({ id, title, note, href }) => (
                  <li key={id} className="flex items-baseline justify-between gap-x-6 py-2">
                    <Link href={href} prefetch={false} className="min-w-0 text-blue wrap-anywhere hover:underline">
                      {title}
                    </Link>
                    <span className="max-w-1/2 shrink-0 text-end text-xs text-muted wrap-anywhere">{note}</span>
                  </li>
                ))}
            </ul>
            {more.includes(kind) && <p className="mt-1 text-xs text-muted">{t("more")}</p>}
          </section>
        ))}
    </div>
  );
}
