import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseOrganisationAction } from "@/app/desk/(room)/actions";
import { enrolPath, findSessionId, requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { NameForm, PasswordForm } from "@/components/desk/account-forms";
import { ActButton } from "@/components/desk/act-button";
import { OtherOrganisations } from "@/components/desk/other-organisations";
import { PageHead } from "@/components/desk/page-head";
import { SessionTable } from "@/components/desk/session-table";
import { getAccount, listOtherOrganisations, listSessions } from "@/lib/accounts/account-queries";
import { getSecondFactor } from "@/lib/accounts/second-factor-queries";
import {
  changeNameAction,
  changePasswordAction,
  endAllSessionsAction,
  endOtherSessionsAction,
  endSessionAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const actor = await requireActor("/desk/account");
  const { name, email } = await allowed(getAccount(actor));
  const sessions = await allowed(listSessions(actor, await findSessionId()));
  const others = await allowed(listOtherOrganisations(actor));
  const factor = await allowed(getSecondFactor(actor, await findSessionId()));
  const t = await getTranslations("desk.account");
  const f = await getTranslations("desk.secondFactor");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mt-2 wrap-anywhere text-muted">{t("email", { email })}</p>
      </PageHead>
      <div className="max-w-[40rem] space-y-10">
        <Part id="name-part" title={t("nameTitle")}>
          <NameForm name={name} action={changeNameAction} />
        </Part>
        <Part id="password-part" title={t("passwordTitle")} hint={t("passwordHint")}>
          <PasswordForm email={email} action={changePasswordAction} />
        </Part>
        <Part id="factor-part" title={f("title")} hint={f("accountHint")}>
          <p>{factor.on ? f("accountOn") : f("accountOff")}</p>
          {factor.on && factor.few && (
            <p className="mt-1 font-semibold text-brick">{f("left", { count: factor.codesLeft })}</p>
          )}
          <p className="mt-3">
            <Link href={enrolPath} className="link">
              {f(factor.on ? "accountChange" : "begin")}
            </Link>
          </p>
        </Part>
        {others.length > 0 && (
          <Part id="organisations-part" title={t("organisationsTitle")} hint={t("organisationsHint")}>
            <OtherOrganisations others={others} action={chooseOrganisationAction} />
          </Part>
        )}
        <Part id="sessions-part" title={t("sessionsTitle")} hint={t("sessionsHint")}>
          <SessionTable sessions={sessions} end={endSessionAction} />
          <div className="mt-4 flex flex-wrap gap-x-6">
            {sessions.length > 1 && (
              <ActButton action={endOtherSessionsAction} pending={t("ending")} done={t("ended")}>
                {t("endOthers")}
              </ActButton>
            )}
            <ActButton action={endAllSessionsAction} pending={t("ending")} done={t("ended")} signsOut>
              {t("endAll")}
            </ActButton>
          </div>
        </Part>
      </div>
    </>
  );
}

function Part({ id, title, hint, children }: { id: string; title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t border-line pt-6">
      <h2 id={id} className="font-serif text-lg">
        {title}
      </h2>
      {hint && <p className="mt-1 text-muted">{hint}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
