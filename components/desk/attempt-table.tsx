import { useTranslations } from "next-intl";
import type { LoggedAttempt } from "@/lib/signatures/open-signature";
import { Moment } from "./moment";
import { Cell, FoldedRow, Head, Table } from "./table";

const columns = ["number", "phase", "outcome", "code", "response"] as const;

/** The log of a letter, line by line as it was written. */
export function AttemptTable({ attempts, recipient }: { attempts: LoggedAttempt[]; recipient: string }) {
  const t = useTranslations("desk");
  return (
    <Table
      caption={t("signature.logCaption", { recipient })}
      head={
        <>
          <Head>{t("signature.at")}</Head>
          {columns.map((column) => (
            <Head key={column} className={column === "response" ? "w-1/2" : ""}>
              {t(`signature.${column}`)}
            </Head>
          ))}
        </>
      }
    >
      {attempts.map(({ number, phase, outcome, code, enhancedCode, response, at }, place) => (
        <FoldedRow key={place} className="text-xs max-xl:flex max-xl:flex-wrap max-xl:gap-x-3">
          <Cell className="whitespace-nowrap max-xl:basis-full">
            <Moment at={at} />
          </Cell>
          <Cell className="max-xl:before:content-['#']">{number}</Cell>
          <Cell>{t(`attemptPhases.${phase}`)}</Cell>
          <Cell>{outcome ? t(`letterStates.${outcome}`) : ""}</Cell>
          <Cell className="whitespace-nowrap">{[code, enhancedCode].filter(Boolean).join(" ")}</Cell>
          <Cell className="font-mono wrap-anywhere text-muted max-xl:basis-full">{response}</Cell>
        </FoldedRow>
      ))}
    </Table>
  );
}
