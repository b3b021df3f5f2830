import Link from "next/link";
import { useTranslations } from "next-intl";
import { Palette } from "@/components/search/palette";
import { actHrefs, type DeskAct, type Place } from "@/components/search/places";
import { ShortcutSheet } from "@/components/search/shortcut-sheet";
import { shortcutsTo } from "@/components/search/shortcuts";
import type { Role } from "@/lib/generated/prisma/enums";
import type { FormAction } from "./action-form";
import { NavLink } from "./nav-link";
import { OtherOrganisations } from "./other-organisations";
import { PhoneMenu } from "./phone-menu";
import { SignOut } from "./sign-out";

/** A part of the desk. */
export type RailEntry =
  | "overview"
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
  | "outbox";

type RailProps = {
  organisation: string;
  member: string;
  role: Role;
  entries: RailEntry[];
  /** What the palette leads to besides pages. */
  acts: DeskAct[];
  /** Where else the account is a member. */
  others: { memberId: string; organisation: string }[];
  choose: FormAction;
  signOut: () => Promise<void>;
};

/** The way round the desk: a rail on the left, on a phone one line on top with a menu. */
export function Rail(props: RailProps) {
  const { organisation, member, role, entries, acts, signOut } = props;
  const t = useTranslations("desk");
  const places: Place[] = [
    ...[...entries, "account" as const].map((entry) => {
      return { group: "page" as const, label: t(`rail.${entry}`), href: `/desk/${entry}` };
    }),
    ...acts.map((act) => ({ group: "act" as const, label: t(`search.acts.${act}`), href: actHrefs[act] })),
  ];
  return (
    <header className="relative border-line print:hidden max-md:flex max-md:items-center max-md:gap-2 max-md:border-b max-md:px-4 max-md:py-2 md:sticky md:top-0 md:flex md:h-[calc(100dvh-3.75rem)] md:w-56 md:shrink-0 md:flex-col md:self-start md:overflow-y-auto md:py-6">
      <div className="max-md:me-auto max-md:min-w-0 md:px-5">
        <p className="font-serif text-lg leading-6 max-md:truncate">{t("product")}</p>
        <p className="text-xs text-muted max-md:truncate max-md:leading-4 md:mt-1">{organisation}</p>
      </div>
      <div className="md:mt-5 md:px-5">
        <Palette places={places} />
      </div>
      <nav aria-label={t("rail.label")} className="mt-4 flex flex-col text-muted max-md:hidden">
        <Entries entries={entries} />
      </nav>
      <ShortcutSheet shortcuts={shortcutsTo([...entries, "account", ...acts])} />
      <div className="mt-auto px-5 pt-6 text-xs max-md:hidden">
        <Elsewhere {...props} />
        <p>
          <Link href="/desk/account" className="break-words hover:text-blue hover:underline">
            {member}
          </Link>
        </p>
        <p className="mb-1 text-muted">{t(`roles.${role}`)}</p>
        <SignOut signOut={signOut} label={t("rail.signOut")} />
      </div>
      <PhoneMenu label={t("rail.menu")}>
        <nav aria-label={t("rail.label")} className="grid grid-cols-2 gap-x-6 text-muted">
          <Entries entries={entries} />
          <NavLink href="/desk/account">{t("rail.account")}</NavLink>
          <NavLink href="/desk/shortcuts">{t("shortcuts.title")}</NavLink>
        </nav>
        <div className="mt-2 border-t border-line px-3.5 pt-2">
          <Elsewhere {...props} />
          <SignOut signOut={signOut} label={t("rail.signOut")} />
        </div>
      </PhoneMenu>
    </header>
  );
}

function Entries({ entries }: Pick<RailProps, "entries">) {
  const t = useTranslations("desk.rail");
  return entries.map((entry) => (
    <NavLink key={entry} href={`/desk/${entry}`}>
      {t(entry)}
    </NavLink>
  ));
}

/** Where else the member may go. */
function Elsewhere({ others, choose }: RailProps) {
  if (others.length === 0) return null;
  return (
    <div className="mb-4">
      <OtherOrganisations others={others} action={choose} />
    </div>
  );
}
