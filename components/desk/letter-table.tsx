import { useFormatter, useTranslations } from "next-intl";
import type { ListedLetter } from "@/lib/letters/queries";
import { languageName } from "./language-name";
import { Moment } from "./moment";
import { State } from "./state";
import { Cell, Head, Table } from "./table";

const columns = ["letter", "state", "since", "recipient", "channel", "language"] as const;

/** Letters, one a line, without a word of them: where each stands. */
export function LetterTable({ letters, names }: { letters: ListedLetter[]; names: Record<string, string> }) {
  const t = useTranslations("desk.letters");
  return (
    <Table
      fold
      caption={t("caption")}
      head={
        <>
          {columns.map((column) => (
            <Head key={column}>{t(column)}</Head>
          ))}
          <Head number>{t("attempts")}</Head>
          <Head number>{t("made")}</Head>
        </>
      }
    >
      {letters.map((letter) => (
        <LetterRow key={letter.id} letter={letter} recipient={names[letter.recipientId] ?? "—"} />
      ))}
    </Table>
  );
}

const folded = "max-md:border-0 max-md:p-0";

function LetterRow({ letter, recipient }: { letter: ListedLetter; recipient: string }) {
  const t = useTranslations("desk");
  const { id, state, stateAt, channel, language, attemptCount, createdAt } = letter;
  return (
    <tr className="max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:border-b max-md:border-line max-md:py-3">
      <Cell className={`font-mono text-xs text-muted max-md:order-last ${folded}`}>
        <abbr title={id} className="no-underline">
          {id.slice(-8)}
        </abbr>
      </Cell>
      <Cell className={`max-md:basis-[45%] ${folded}`}>
        <State of={state}>{t(`letterStates.${state}`)}</State>
        <Trouble letter={letter} />
      </Cell>
      <Cell className={`whitespace-nowrap max-md:ms-auto ${folded}`}>
        <Moment at={stateAt} />
      </Cell>
      <Cell className={`max-md:basis-full ${folded}`}>{recipient}</Cell>
      <Cell className={`max-md:text-muted ${folded}`}>{t(`channels.${channel}`)}</Cell>
      <Cell className={`max-md:text-muted ${folded}`}>{languageName(language)}</Cell>
      <Cell number className={`max-md:text-muted ${folded}`}>
        <span className="md:hidden">{t("letters.attempts")} </span>
        {attemptCount}
      </Cell>
      <Cell number className={`whitespace-nowrap max-md:hidden ${folded}`}>
        <Moment at={createdAt} />
      </Cell>
    </tr>
  );
}

/** What a member should know beyond the state: the server's answer, the next try, a possible double. */
function Trouble({ letter: { state, code, enhancedCode, dueAt, doubledAt } }: { letter: ListedLetter }) {
  const t = useTranslations("desk.letters");
  const format = useFormatter();
  const lines = [
    code && t("answer", { code: [code, enhancedCode].filter(Boolean).join(" ") }),
    state === "waiting" && t("retry", { time: format.dateTime(dueAt, { timeStyle: "short" }) }),
    doubledAt && t("doubled"),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return <span className="block ps-4 text-xs leading-5 text-muted">{lines.join(" · ")}</span>;
}
