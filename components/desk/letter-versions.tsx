import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { RemoveVersion, VersionForm, type VersionChoice } from "./version-form";

type LetterVersionsProps = {
  path: string;
  language: string;
  versions: { key: string; name: string }[];
  /** The key of the one that is open. */
  current: string;
  recipients: { recipient: string; short: string; version: string }[];
  /** The mark of the one that is open; missing, like the acts, for those who may only translate. */
  seen?: string;
  acts?: { save: FormAction; remove: FormAction };
};

/** A rule may lead to embassies everywhere. */
const mostNamed = 8;

/** The letters of a campaign by who gets them: the one that is open, the others, and the way to one more. */
export function LetterVersions({
  path,
  language,
  versions,
  current,
  recipients,
  seen = "",
  acts,
}: LetterVersionsProps) {
  const t = useTranslations("desk.letterVersions");
  const format = useFormatter();
  const others = versions.length > 0 ? t("others") : t("everybody");
  const all = [{ key: "", name: others }, ...versions];
  const here = recipients.filter(({ version }) => version === current).map(({ short }) => short);
  const more = here.length - mostNamed;
  const names = more > 0 ? [...here.slice(0, mostNamed), t("more", { count: more })] : here;
  const nameOf = (key: string) => versions.find((one) => one.key === key)?.name ?? null;
  const choices = recipients.map(({ recipient, short, version }): VersionChoice => {
    return { id: recipient, short, here: current !== "" && version === current, elsewhere: nameOf(version) };
  });
  return (
    <div className="mb-4">
      {versions.length > 0 && (
        <nav aria-label={t("title")} className="flex flex-wrap gap-x-5">
          {all.map(({ key, name }) => (
            <Link
              key={key}
              href={`${path}?${new URLSearchParams({ language, ...(key && { version: key }) }).toString()}`}
              aria-current={key === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold"
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      <p className="mt-2 max-w-[62ch] text-muted">
        {names.length > 0 ? (
          <>
            {t("goesTo")}: <span className="text-ink">{format.list(names)}</span>
          </>
        ) : (
          recipients.length > 0 && t("nobody")
        )}
      </p>
      {acts && (recipients.length > 1 || current !== "") && (
        <details key={current}>
          <summary className="link flex min-h-11 w-fit cursor-pointer items-center">
            {current === "" ? t("add") : t("edit")}
          </summary>
          <div className="max-w-[41rem] space-y-8 pt-2 pb-4">
            <VersionForm
              version={current}
              name={nameOf(current) ?? ""}
              choices={choices}
              seen={seen}
              action={acts.save}
            />
            {current !== "" && <RemoveVersion version={current} action={acts.remove} />}
          </div>
        </details>
      )}
    </div>
  );
}
