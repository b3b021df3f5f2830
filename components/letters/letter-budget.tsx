import { useFormatter, useTranslations } from "next-intl";
import type { EditorLetter } from "./editor-letter";

type LetterBudgetProps = { letter: Pick<EditorLetter, "limit" | "opening" | "closing"> };

/** The empty lines around the text. */
const gaps = 4;

/** How long a letter may be for the strictest of its recipients, and by a script how long it is now; without a limit, when it gets too long to be read. */
export function LetterBudget({ letter: { limit, opening, closing } }: LetterBudgetProps) {
  const t = useTranslations("site.form");
  const words = useTranslations("writing.budget");
  const format = useFormatter();
  if (!limit) return <p className="mt-2 font-sans text-sm text-muted" aria-live="polite" data-long={words("long")} />;
  const most = format.number(limit.most);
  return (
    <div
      className="mt-2 font-sans text-sm text-muted tabular-nums"
      data-budget={limit.most}
      data-fixed={Array.from(opening + closing).length + gaps}
      data-now={words("now", { most })}
      data-over={words("over")}
    >
      <p>{t(limit.short === null ? "limitReached" : "limit", { name: limit.short ?? "", most })}</p>
      <p className="min-h-[1lh]" />
    </div>
  );
}
