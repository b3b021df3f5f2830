import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { findActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { OutboxBar } from "@/components/desk/outbox-bar";
import { KeptOwner } from "@/components/desk/kept-owner";
import { PageFocus } from "@/components/desk/page-focus";
import { PauseBar } from "@/components/desk/pause-bar";
import { Rail } from "@/components/desk/rail";
import { SignOut } from "@/components/desk/sign-out";
import { mayDo } from "@/lib/accounts/access";
import { listOtherOrganisations } from "@/lib/accounts/account-queries";
import { getDeskNames } from "@/lib/accounts/queries";
import { capturesMail } from "@/lib/delivery/open-outbox";
import { listPauses } from "@/lib/delivery/pauses";
import { entriesFor, placesFor } from "./places";
import { chooseOrganisationAction, signOutAction } from "./actions";

/**
 * The room every signed-in member stands in. It guards nothing: each page asks for the member itself, and sends others to
 * sign in knowing where they wanted to go.
 */
export default async function RoomLayout({ children }: { children: ReactNode }) {
  const actor = await findActor();
  if (!actor) return children;
  const t = await getTranslations("desk.rail");
  if (actor.mustEnrol) return <EnrolFirst signOut={t("signOut")}>{children}</EnrolFirst>;
  return (
    <div className="flex min-h-dvh flex-col text-sm leading-6">
      <PageFocus />
      <a href="#content" className="sr-only focus:not-sr-only focus:block focus:bg-sheet focus:p-4">
        {t("skip")}
      </a>
      {capturesMail() && <OutboxBar open={mayDo(actor, "outbox.read")} />}
      {mayDo(actor, "delivery.read") && <PauseBar pauses={await allowed(listPauses(actor))} />}
      <div className="grow md:flex">
        <Rail
          {...await getDeskNames(actor)}
          role={actor.role}
          entries={entriesFor(actor)}
          acts={placesFor(actor)}
          others={await allowed(listOtherOrganisations(actor))}
          choose={chooseOrganisationAction}
          signOut={signOutAction}
        />
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 grow border-line px-4 pt-6 pb-16 outline-none md:border-s md:px-10 md:pt-9"
        >
          <div className="max-w-[75rem]">
            <KeptOwner member={actor.memberId}>{children}</KeptOwner>
          </div>
        </main>
      </div>
    </div>
  );
}

/** All that is open to who has to enrol a second factor: that, and the way out. */
function EnrolFirst({ signOut, children }: { signOut: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[44rem] px-4 py-10 text-sm leading-6">
      <main>{children}</main>
      <div className="mt-10 border-t border-line pt-3">
        <SignOut signOut={signOutAction} label={signOut} />
      </div>
    </div>
  );
}
