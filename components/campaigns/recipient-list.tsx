import { useTranslations } from "next-intl";
import type { RecipientView } from "@/lib/campaigns/view";
import type { RuleView } from "@/lib/routing/view";
import { RecipientLine } from "./recipient-line";
import { RuleLine } from "./rule-line";

type RecipientListProps = {
  slug: string;
  recipients: RecipientView[];
  rules: RuleView[];
  open: boolean;
  locale: string;
};

/**
 * Who letters go to, and how they get there while they can be written. Where there are rules, it is said who by words, until
 * script knows the country and puts the list for it here.
 */
export function RecipientList({ slug, recipients, rules, open, locale }: RecipientListProps) {
  const t = useTranslations("site.appeal");
  const routing = useTranslations("site.routing");
  const copies = recipients.filter(({ role }) => role === "copy");
  const limits = rules.flatMap(({ most }) => most ?? []);
  // By post the country says how long a letter takes.
  const depends = open && (rules.length > 0 || recipients.some(({ channel }) => channel === "post"));
  const line = (recipient: RecipientView) => <RecipientLine key={recipient.id} recipient={recipient} open={open} />;
  return (
    <section aria-labelledby="recipients">
      <h2 id="recipients" className="text-sm font-semibold text-muted">
        {open ? t("whoYouWriteTo") : t("whoItAsks")}
      </h2>
      <div
        className="mt-2"
        aria-live="polite"
        data-written-from={depends ? `/${locale}/appeals/${slug}/to/` : undefined}
      >
        <ul className="divide-y divide-line border-y border-line">
          {rules.length === 0 && recipients.map(line)}
          {rules.map((rule) =>
            rule.kind === "everyone" ? (
              rule.recipients.map(line)
            ) : (
              <RuleLine key={rule.id} rule={rule} locale={locale} />
            ),
          )}
          {rules.length > 0 && copies.map(line)}
        </ul>
        {rules.length > 0 && open && (
          <p className="mt-2 text-sm text-muted">
            {limits.length > 0 && `${routing("atMost", { most: Math.min(...limits) })} `}
            {routing("shownBefore")}
          </p>
        )}
      </div>
    </section>
  );
}
