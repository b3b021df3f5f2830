import { useTranslations } from "next-intl";
import type { OpenedLetter } from "@/lib/signatures/open-signature";
import { AttemptTable } from "./attempt-table";
import { formatMoment } from "./formats";
import { languageName } from "./language-name";
import { State } from "./state";

type SignatureLettersProps = { letters: OpenedLetter[]; names: Record<string, string> };

/** The letters of one signature: how far each got, and the log of how. */
export function SignatureLetters({ letters, names }: SignatureLettersProps) {
  const t = useTranslations("desk.signature");
  return (
    <section aria-labelledby="letters">
      <h3 id="letters" className="mb-3 font-serif text-lg">
        {t("letters")}
      </h3>
      {letters.length === 0 && <p className="max-w-[62ch] text-muted">{t("noLetters")}</p>}
      <ul className="divide-y divide-line border-line not-empty:border-y">
        {letters.map((letter) => (
          <Letter key={letter.id} letter={letter} recipient={names[letter.recipientId] ?? "—"} />
        ))}
      </ul>
    </section>
  );
}

function Letter({ letter, recipient }: { letter: OpenedLetter; recipient: string }) {
  const t = useTranslations("desk");
  const { id, channel, language, state, stateAt, doubledAt, attempts } = letter;
  const count = attempts.length;
  return (
    <li id={`letter-${id}`} className="scroll-mt-4 py-4 target:bg-sheet">
      <h4 className="font-semibold">{recipient}</h4>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <State of={state}>{t(`letterStates.${state}`)}</State>
        <span className="text-muted">{formatMoment(stateAt)}</span>
        <span className="text-muted">{t(`channels.${channel}`)}</span>
        <span className="text-muted">{languageName(language)}</span>
        {doubledAt && <span className="text-amber">{t("letters.doubled")}</span>}
      </p>
      {count === 0 ? (
        <p className="mt-2 text-xs leading-5 text-muted">{t("signature.log", { count })}</p>
      ) : (
        <details className="mt-2" open={count <= 6}>
          <summary className="link w-fit cursor-pointer text-xs leading-5">{t("signature.log", { count })}</summary>
          <AttemptTable attempts={attempts} recipient={recipient} />
        </details>
      )}
    </li>
  );
}
