import { useTranslations } from "next-intl";
import type { ListedChange } from "@/lib/campaigns/changes";
import type { NotBack } from "@/lib/recipients/became";
import { ActButton } from "./act-button";
import type { FormAction } from "./action-form";
import { languageName } from "./language-name";
import { Moment } from "./moment";

/** What members changed, newest first, each with how it reads before and after, and the way back. */
export function ChangeList({ changes, bringBack }: { changes: ListedChange[]; bringBack: FormAction }) {
  const t = useTranslations("desk.changes");
  return (
    <ol className="border-b border-line">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-x-8 gap-y-2 border-t border-line py-4 lg:grid-cols-[14rem_1fr]">
          <Head change={change} bringBack={bringBack} />
          <div className="min-w-0 space-y-4">
            <Fields change={change} />
            <NotBackList title={t("notBack.title")} of={change.notBack} />
            <NotBackList title={t(change.mayReturn ? "notBack.would" : "notBack.cannot")} of={change.wouldNot} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Head({ change, bringBack }: { change: ListedChange; bringBack: FormAction }) {
  const t = useTranslations("desk.changes");
  const { id, name, part, language, what, revision, startedAt, at } = change;
  const of = t(`parts.${part}`, { language: language && languageName(language) });
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="font-semibold">{t(`what.${what}`, { part: of })}</p>
      <p className="text-muted">
        {name}
        <span className="block">
          {at.getTime() - startedAt.getTime() > 60_000 && (
            <>
              <Moment at={startedAt} />
              {" – "}
            </>
          )}
          <Moment at={at} />
        </span>
        {revision !== null && <span className="block text-xs">{t("revision", { number: revision })}</span>}
      </p>
      {change.mayReturn && (
        <ActButton
          action={bringBack}
          fields={{ change: id }}
          pending={t("bringing")}
          done={t("brought")}
          label={`${t("bringBack")}: ${of}`}
        >
          {t("bringBack")}
        </ActButton>
      )}
    </div>
  );
}

/** Whom and what an earlier state comes back without. */
function NotBackList({ title, of }: { title: string; of: NotBack[] }) {
  const t = useTranslations("desk.changes.notBack");
  if (of.length === 0) return null;
  return (
    <div className="border-s-2 border-amber ps-3">
      <p className="text-amber">{title}</p>
      <ul>
        {of.map(({ name, why, into = "" }) => (
          <li key={`${why} ${name}`} dir="auto">
            {t(why, { name, into })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fields({ change: { fields, language, notBack } }: { change: ListedChange }) {
  const t = useTranslations("desk.changes");
  if (fields.length === 0 && notBack.length > 0) return null;
  if (fields.length === 0) return <p className="text-muted">{t("same")}</p>;
  return (
    <dl className="min-w-0 space-y-3">
      {fields.map(({ field, lead, was, is, tail }) => (
        <div key={field}>
          <dt className="text-xs text-muted">{t.has(`fields.${field}`) ? t(`fields.${field}`) : field}</dt>
          <dd
            dir="auto"
            lang={language || undefined}
            className="max-h-72 overflow-y-auto font-serif wrap-anywhere whitespace-pre-line"
          >
            {lead}
            {was && (
              <del className="text-brick decoration-1">
                <span className="sr-only">{t("was")} </span>
                {was}
              </del>
            )}
            {is && (
              <ins className="bg-paper text-moss underline decoration-1 underline-offset-2">
                <span className="sr-only">{t("is")} </span>
                {is}
              </ins>
            )}
            {tail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
