import { useTranslations } from "next-intl";
import type { ListedLetter } from "@/lib/letters/queries";
import { formatBrief } from "./formats";
import { languageName } from "./language-name";
import { Moment } from "./moment";
import { ShortId } from "./short-id";
import { State } from "./state";
import { Cell, FoldedRow, Head, Table } from "./table";

const columns = ["letter", "state", "since", "recipient", "channel", "language"] as const;

type LetterTableProps = {
  letters: ListedLetter[];
  names: Record<string, string>;
  /** The address of the campaign's signatures, for a role that may open one. */
  signatures?: string;
};

/** Letters, one a line, without a word of them: where each stands. */
export function LetterTable({ letters, names, signatures }: LetterTableProps) {
  const t = useTranslations("desk.letters");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          {columns.map((column) => (
            <Head key={column} className={column === "recipient" ? "w-2/5" : ""}>
              {t(column)}
            </Head>
          ))}
          <Head number>{t("attempts")}</Head>
          <Head number>{t("made")}</Head>
        </>
      }
    >
      {letters.map((letter) => (
        <LetterRow
          key={letter.id}
          letter={letter}
          recipient={names[letter.recipientId] ?? "—"}
          href={signatures && `${signatures}/${letter.signatureId}#letter-${letter.id}`}
        />
      ))}
    </Table>
  );
}

function LetterRow({ letter, recipient, href }: { letter: ListedLetter; recipient: string; href?: string }) {
  const t = useTranslations("desk");
  const { id, state, stateAt, channel, language, attemptCount, createdAt } = letter;
  return (
    <FoldedRow className="max-xl:flex max-xl:flex-wrap max-xl:gap-x-3">
      <Cell className="font-mono text-xs text-muted max-xl:order-last max-xl:leading-6">
        <ShortId id={id} href={href} />
      </Cell>
      <Cell>
        <State of={state}>{t(`letterStates.${state}`)}</State>
        <Trouble letter={letter} />
      </Cell>
      <Cell className="whitespace-nowrap max-xl:ms-auto">
        <Moment at={stateAt} />
      </Cell>
      <Cell className="max-xl:basis-full">{recipient}</Cell>
      <Cell className="max-xl:text-muted xl:whitespace-nowrap">{t(`channels.${channel}`)}</Cell>
      <Cell className="max-xl:text-muted">{languageName(language)}</Cell>
      <Cell number className={attemptCount === 0 ? "max-xl:hidden" : "max-xl:text-muted"}>
        <span className="xl:hidden">{t("letters.tries", { count: attemptCount })}</span>
        <span className="max-xl:hidden">{attemptCount}</span>
      </Cell>
      <Cell number className="whitespace-nowrap max-xl:hidden">
        <Moment at={createdAt} />
      </Cell>
    </FoldedRow>
  );
}

/** What a member should know beyond the state: the server's answer, the next try, a possible double. */
function Trouble({ letter: { state, code, enhancedCode, dueAt, doubledAt } }: { letter: ListedLetter }) {
  const t = useTranslations("desk.letters");
  const lines = [
    code && t("answer", { code: [code, enhancedCode].filter(Boolean).join(" ") }),
    state === "waiting" && t("retry", { time: formatBrief(dueAt) }),
    doubledAt && t("doubled"),
  ].filter(Boolean);
  return lines.map((line) => (
    <span key={String(line)} className="block ps-4 text-xs leading-5 whitespace-nowrap text-muted">
      {line}
    </span>
  ));
}
