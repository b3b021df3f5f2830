import { useTranslations } from "next-intl";

type GoneLettersProps = {
  /** Recipients whose letters were accepted, by name. */
  accepted: string[];
  /** Those of whom nobody can say, or whose letters are leaving. */
  uncertain: string[];
  /** Those to whom the signer sent it. */
  own: string[];
  locale: string;
};

/** Which letters no withdrawal calls back, and whose they are by now. */
export function GoneLetters({ locale, ...gone }: GoneLettersProps) {
  const t = useTranslations("signer.gone");
  const list = new Intl.ListFormat(locale);
  const kinds = (["accepted", "uncertain", "own"] as const).filter((kind) => gone[kind].length > 0);
  if (kinds.length === 0) return null;
  return kinds.map((kind) => <p key={kind}>{t(kind, { count: gone[kind].length, names: list.format(gone[kind]) })}</p>);
}
