import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Role } from "@/lib/generated/prisma/enums";
import type { FormAction } from "./action-form";
import { NavLink } from "./nav-link";
import { OtherOrganisations } from "./other-organisations";
import { SignOut } from "./sign-out";

type RailProps = {
  organisation: string;
  member: string;
  role: Role;
  entries: (
    | "tasks"
    | "campaigns"
    | "cases"
    | "recipients"
    | "delivery"
    | "addresses"
    | "embassies"
    | "members"
    | "organisation"
    | "audit"
    | "outbox"
  )[];
  /** Where else the account is a member. */
  others: { memberId: string; organisation: string }[];
  choose: FormAction;
  signOut: () => Promise<void>;
};

/** The way round the desk: a rail on the left, on a phone a bar on top. */
export function Rail({ organisation, member, role, entries, others, choose, signOut }: RailProps) {
  const t = useTranslations("desk");
  return (
    <header className="border-line print:hidden max-md:border-b md:sticky md:top-0 md:flex md:h-[calc(100dvh-3.75rem)] md:w-56 md:shrink-0 md:flex-col md:self-start md:py-6">
      <div className="flex items-baseline justify-between gap-4 px-4 pt-4 md:block md:px-5 md:pt-0">
        <p className="shrink-0 font-serif text-lg leading-6">{t("product")}</p>
        <p className="text-xs text-muted max-md:truncate md:mt-1">{organisation}</p>
      </div>
      <nav
        aria-label={t("rail.label")}
        className="flex text-muted max-md:mt-1 max-md:flex-wrap max-md:px-1 md:mt-7 md:flex-col"
      >
        {entries.map((entry) => (
          <NavLink key={entry} href={`/desk/${entry}`}>
            {t(`rail.${entry}`)}
          </NavLink>
        ))}
        <span className="contents md:hidden">
          <NavLink href="/desk/account">{t("rail.account")}</NavLink>
        </span>
        <span className="md:hidden">
          <SignOut signOut={signOut} label={t("rail.signOut")} />
        </span>
      </nav>
      <div className="mt-auto px-5 text-xs max-md:hidden">
        {others.length > 0 && (
          <div className="mb-4">
            <OtherOrganisations others={others} action={choose} />
          </div>
        )}
        <p>
          <Link href="/desk/account" className="break-words hover:text-blue hover:underline">
            {member}
          </Link>
        </p>
        <p className="mb-1 text-muted">{t(`roles.${role}`)}</p>
        <SignOut signOut={signOut} label={t("rail.signOut")} />
      </div>
    </header>
  );
}
