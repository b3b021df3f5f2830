import { useTranslations } from "next-intl";
import { Dotted } from "@/components/ui/dotted";

type AppealCardProps = {
  href: string;
  title: string;
  request: string;
  summary: string;
  language: string;
  dir: "ltr" | "rtl";
  example: boolean;
  paused: boolean;
  confirmed: number;
  /** Nobody's signature counts now, but some did. */
  noneNow: boolean;
};

/** One open appeal in the list: what is asked, in one paragraph why, and how many have written. */
export function AppealCard(props: AppealCardProps) {
  const { href, title, request, summary, language, dir, example, paused, confirmed, noneNow } = props;
  const t = useTranslations("site.home");
  const appeal = useTranslations("site.appeal");
  const tallies = useTranslations("site.tallies");
  const [first] = summary.split(/\n\s*\n/);
  const counted = noneNow ? tallies("noneNow") : t("confirmed", { count: confirmed });
  const facts = [...(paused ? [appeal("paused")] : []), counted, ...(example ? [appeal("example")] : [])];
  const read = paused ? t("readOnly") : t("read");
  return (
    <article className="py-7">
      <div lang={language} dir={dir}>
        <p className="text-sm text-muted">{title}</p>
        <h2 className="mt-1 font-serif text-2xl font-semibold leading-snug">
          <a href={href} className="text-ink no-underline hover:text-blue hover:underline hover:underline-offset-4">
            {request}
          </a>
        </h2>
        <p className="mt-2 max-w-[62ch] leading-relaxed">{first}</p>
      </div>
      <p className="mt-1">
        <a href={href} className="link-line font-semibold" aria-label={`${read}: ${request}`}>
          {read}
        </a>
      </p>
      <Dotted parts={facts.map((text) => ({ key: text, text }))} className="text-sm text-muted tabular-nums" />
    </article>
  );
}
