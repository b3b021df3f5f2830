import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findActor, findSessionId } from "@/app/desk/actor";
import { askForPasskeyAction, passByPasskeyAction, passSecondFactorAction } from "@/app/desk/sign-in/actions";
import { CodeForm } from "@/components/desk/code-form";
import { PasskeySignIn } from "@/components/desk/passkey-forms";
import { Gate } from "@/components/desk/gate";
import { findAwaiting } from "@/lib/accounts/pass-second-factor";
import { findWays } from "@/lib/accounts/second-factor-queries";
import { returnPath } from "@/lib/accounts/return-path";

type Props = { searchParams: Promise<{ next?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.code");
  return { title: t("title") };
}

export default async function CodePage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next);
  if (await findActor()) redirect(next);
  const signIn = `/desk/sign-in?${new URLSearchParams({ next })}`;
  const waiting = (await findAwaiting(await findSessionId())) ?? redirect(signIn);
  const { app, passkey } = await findWays(waiting.accountId);
  const t = await getTranslations("desk.code");
  const byPasskey = passkey && (
    <div className="noscript:hidden">
      <PasskeySignIn begin={askForPasskeyAction} pass={passByPasskeyAction} next={next} look={app ? "plain" : "main"} />
    </div>
  );
  return (
    <Gate title={t("title")} lead={t(app ? "lead" : "leadKey")}>
      {!app && byPasskey && <div className="mb-7">{byPasskey}</div>}
      <CodeForm action={passSecondFactorAction} next={next} app={app} />
      {app && byPasskey && <div className="mt-3">{byPasskey}</div>}
      <p className="mt-7 border-t border-line pt-3 text-sm text-muted">{t("lost")}</p>
      <p className="mt-3 text-sm">
        <Link href={signIn} className="link">
          {t("again")}
        </Link>
      </p>
    </Gate>
  );
}
