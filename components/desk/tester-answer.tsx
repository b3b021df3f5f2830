import { useTranslations } from "next-intl";
import { countryName } from "@/lib/format";
import type { TestedLetter, TestedRouting } from "@/lib/routing/test-routing";
import { languageName } from "./language-name";
import { SampleMark } from "./sample-mark";
import { Cell, FoldedLabel, FoldedRow, Head, RowHead, Table } from "./table";

type TesterAnswerProps = {
  answer: TestedRouting;
  country: string;
  date: string;
};

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Who would be written to and why, and who would not. */
export function TesterAnswer({ answer, country, date }: TesterAnswerProps) {
  const t = useTranslations("desk.tester");
  const { written, left } = answer;
  return (
    <div className="mt-7">
      <h3 className="font-serif text-lg">{t("answer", { country, date: day.format(new Date(date)) })}</h3>
      {written.length === 0 ? (
        <p className="mt-2 font-semibold text-brick">{t("nobody")}</p>
      ) : (
        <Written letters={written} />
      )}
      {left.length > 0 && (
        <>
          <h4 className="mt-6 font-semibold">{t("left")}</h4>
          <ul className="mt-1 space-y-1">
            {left.map(({ id, short, sample, why, rule }) => (
              <li key={id} className="wrap-anywhere">
                {short}
                {sample && <SampleMark />}
                <span className="text-muted"> · {t(`leftReasons.${why}`, { number: rule ?? 0 })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Written({ letters }: { letters: TestedLetter[] }) {
  const t = useTranslations("desk.tester");
  return (
    <Table
      caption={t("caption")}
      head={
        <>
          <Head>{t("recipient")}</Head>
          <Head>{t("way")}</Head>
          <Head>{t("why")}</Head>
        </>
      }
    >
      {letters.map((letter) => (
        <WrittenRow key={letter.id} letter={letter} />
      ))}
    </Table>
  );
}

function WrittenRow({ letter }: { letter: TestedLetter }) {
  const { office, sample, holder, address, language, reason, rule, role } = letter;
  const t = useTranslations("desk");
  const words = { represents: nameOf(reason.represents), host: nameOf(reason.host) };
  return (
    <FoldedRow className="max-xl:grid max-xl:gap-y-1">
      <RowHead className="wrap-anywhere">
        <span className="font-semibold">{office}</span>
        {role === "copy" && <span className="text-muted"> · {t("tester.copy")}</span>}
        {sample && <SampleMark />}
        <span className="block text-muted">
          {holder?.status === "vacant" ? t("tester.vacant") : (holder?.name ?? t("tester.noHolder"))}
        </span>
      </RowHead>
      <Cell className="wrap-anywhere">
        <FoldedLabel>{t("tester.way")}</FoldedLabel>
        {address ? (
          <>
            {t(`channels.${address.channel}`)}: <bdi>{address.shown}</bdi>
          </>
        ) : (
          <span className="text-brick">{t("tester.noAddress")}</span>
        )}
        {language && (
          <span className="block text-muted">{t("tester.leavesIn", { language: languageName(language) })}</span>
        )}
      </Cell>
      <Cell>
        <FoldedLabel>{t("tester.why")}</FoldedLabel>
        {t(`tester.reasons.${reason.kind}`, words)}
        {rule !== null && <span className="text-muted"> · {t("tester.byRule", { number: rule })}</span>}
      </Cell>
    </FoldedRow>
  );
}

function nameOf(code = ""): string {
  return countryName(code, "en");
}
