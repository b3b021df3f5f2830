import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { AuditSearch } from "@/lib/accounts/schema";

type AuditSearchProps = {
  search: AuditSearch;
  /** What was typed as an id and is none. */
  unread?: string | undefined;
  members: { accountId: string; name: string }[];
  words: [string, string][];
  path: string;
};

const control = "mt-1 block min-h-11 w-full rounded-sm border border-edge bg-sheet px-3 py-2 text-base";

/** Asks the audit log who, what, about what and when. It works without script. */
export function AuditSearchForm({ search, unread, members, words, path }: AuditSearchProps) {
  const t = useTranslations("desk.audit");
  return (
    <Form action={path} prefetch={false} role="search" className="mb-8 print:hidden">
      {/* Another search is another form: what stood in the fields before would stay. */}
      <div key={JSON.stringify([search, unread])} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Asked id="who" label={t("who")}>
          <select id="who" name="who" defaultValue={search.who ?? ""} className={control}>
            <option value="">{t("anyone")}</option>
            {members.map(({ accountId, name }) => (
              <option key={accountId} value={accountId}>
                {name}
              </option>
            ))}
          </select>
        </Asked>
        <Asked id="what" label={t("what")}>
          <select id="what" name="what" defaultValue={search.what ?? ""} className={control}>
            <option value="">{t("anything")}</option>
            {words.map(([action, word]) => (
              <option key={action} value={action}>
                {word}
              </option>
            ))}
          </select>
        </Asked>
        <Asked id="from" label={t("from")}>
          <input id="from" name="from" type="date" defaultValue={search.from} className={control} />
        </Asked>
        <Asked id="to" label={t("to")}>
          <input id="to" name="to" type="date" defaultValue={search.to} className={control} />
        </Asked>
        <div className="sm:col-span-2">
          <Asked id="subject" label={t("subject")} hint={t("subjectHint")}>
            <input
              id="subject"
              name="subject"
              defaultValue={unread ?? search.subject}
              aria-invalid={unread !== undefined}
              aria-describedby={unread === undefined ? "subject-hint" : "subject-hint subject-fault"}
              autoComplete="off"
              className={control}
            />
            {unread !== undefined && (
              <p id="subject-fault" role="alert" className="mt-1 font-semibold text-brick">
                {t("noId")}
              </p>
            )}
          </Asked>
        </div>
      </div>
      <p className="mt-4 flex flex-wrap items-center gap-5">
        <Button look="plain">{t("search")}</Button>
        {(unread !== undefined || Object.values(search).some(Boolean)) && (
          <Link href={path} prefetch={false} className="link">
            {t("clear")}
          </Link>
        )}
      </p>
    </Form>
  );
}

function Asked({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}
