import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeskPerson } from "@/lib/cases/queries";
import { Scopes } from "./scopes";

type PersonListProps = { persons: DeskPerson[]; caseId: string; mayEdit: boolean };

/** The people of a case: what members call them, what else they are called, and what may be said and shown of them. */
export function PersonList({ persons, caseId, mayEdit }: PersonListProps) {
  const t = useTranslations("desk.persons");
  if (persons.length === 0) return <p className="max-w-[62ch] text-muted">{t("empty")}</p>;
  return (
    <ul className="border-t border-line">
      {persons.map((person) => (
        <li key={person.id} className="border-b border-line py-3.5">
          <div className="flex items-baseline justify-between gap-x-4">
            <p className="flex min-w-0 flex-wrap items-baseline gap-x-4">
              <span className="font-serif text-[1.0625rem] wrap-anywhere" dir="auto">
                {person.label}
              </span>
              <Facts person={person} />
            </p>
            {mayEdit && (
              <Link
                href={`/desk/cases/${caseId}/persons/${person.id}`}
                className="link shrink-0"
                aria-label={`${t("edit")}: ${person.label}`}
              >
                {t("edit")}
              </Link>
            )}
          </div>
          <OtherNames person={person} />
          <Scopes consents={person.consents} />
          {person.note && (
            <p className="mt-1 max-w-[62ch] text-xs leading-5 whitespace-pre-line wrap-anywhere text-muted" dir="auto">
              {person.note}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ person: { pronoun, age } }: { person: DeskPerson }) {
  const t = useTranslations("desk.persons");
  return <span className="text-xs text-muted">{[pronoun, t(`ageFacts.${age}`)].filter(Boolean).join(" · ")}</span>;
}

function OtherNames({ person: { label, originalScript, aliases } }: { person: DeskPerson }) {
  const t = useTranslations("desk.persons");
  const others = [originalScript, ...aliases].filter((name) => name && name !== label);
  if (others.length === 0) return null;
  return <p className="text-xs leading-5 wrap-anywhere text-muted">{t("alsoCalled", { names: others.join(" · ") })}</p>;
}
