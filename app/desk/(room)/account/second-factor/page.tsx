import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enrolPath, requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { ActButton } from "@/components/desk/act-button";
import { PageHead } from "@/components/desk/page-head";
import { RecoveryCodes } from "@/components/desk/recovery-codes";
import { AddPasskeyForm } from "@/components/desk/passkey-forms";
import { PasskeyList } from "@/components/desk/passkey-list";
import { ConfirmForm, ProofForm } from "@/components/desk/second-factor-forms";
import { Section } from "@/components/desk/section";
import { TotpSecret } from "@/components/desk/totp-secret";
import { formatDay } from "@/components/desk/formats";
import { returnPath } from "@/lib/accounts/return-path";
import { getSecondFactor, type HeldPasskey, type SecondFactor } from "@/lib/accounts/second-factor-queries";
import {
  addPasskeyAction,
  beginPasskeyAction,
  beginTotpAction,
  confirmTotpAction,
  hideRecoveryCodesAction,
  removePasskeyAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
} from "./actions";

type Props = { searchParams: Promise<{ next?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.secondFactor");
  return { title: t("title") };
}

export default async function SecondFactorPage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = asked === undefined ? undefined : returnPath(asked);
  const actor = await requireActor(enrolPath);
  const factor = await allowed(getSecondFactor(actor));
  const t = await getTranslations("desk.secondFactor");
  const back = actor.mustEnrol ? {} : { back: { href: "/desk/account", label: t("back") } };
  return (
    <>
      <PageHead title={t("title")} {...back}>
        <p className="mt-2 max-w-[62ch] text-muted">{t(actor.mustEnrol ? "must" : "lead")}</p>
      </PageHead>
      <div className="max-w-[40rem] space-y-8">
        {factor.state === "none" && (
          <ProofForm
            act="begin"
            email={factor.email}
            action={beginTotpAction}
            submit={t("begin")}
            look="main"
            next={next}
          />
        )}
        {factor.state === "begun" && <Begun {...factor} next={next} />}
        {factor.state === "on" && <On {...factor} />}
      </div>
    </>
  );
}

type BegunProps = Extract<SecondFactor, { state: "begun" }> & { next?: string };

async function Begun({ secret, uri, codes, next }: BegunProps) {
  const t = await getTranslations("desk.secondFactor");
  return (
    <>
      <div className="print:hidden">
        <Section id="scan" title={t("scan")}>
          <TotpSecret secret={secret} uri={uri} />
        </Section>
      </div>
      <Section id="keep" title={t("keep")}>
        <RecoveryCodes codes={codes} />
      </Section>
      <div className="print:hidden">
        <Section id="prove" title={t("prove")}>
          <ConfirmForm action={confirmTotpAction} next={next} />
        </Section>
      </div>
    </>
  );
}

async function On({ email, since, codesLeft, few, codes, passkeys }: Extract<SecondFactor, { state: "on" }>) {
  const t = await getTranslations("desk.secondFactor");
  return (
    <>
      <p className="font-semibold text-moss">✓ {t("on", { day: formatDay(since) })}</p>
      <Section id="codes" title={t("codes")}>
        {codes ? (
          <>
            <RecoveryCodes codes={codes} />
            <ActButton action={hideRecoveryCodesAction} pending={t("working")} done="">
              {t("kept")}
            </ActButton>
          </>
        ) : (
          <>
            <p className={`mb-4 ${few ? "font-semibold text-brick" : ""}`}>{t("left", { count: codesLeft })}</p>
            <ProofForm act="renew" email={email} action={renewRecoveryCodesAction} submit={t("renew")} />
          </>
        )}
      </Section>
      {!codes && passkeys && <Passkeys email={email} passkeys={passkeys} />}
      {!codes && (
        <Section id="remove" title={t("removeTitle")}>
          <p className="mb-4">{t("removeHint")}</p>
          <ProofForm act="remove" email={email} action={removeSecondFactorAction} submit={t("remove")} look="grave" />
        </Section>
      )}
    </>
  );
}

async function Passkeys({ email, passkeys }: { email: string; passkeys: HeldPasskey[] }) {
  const t = await getTranslations("desk.passkeys");
  return (
    <Section id="passkeys" title={t("title")}>
      <p className="mb-4 text-muted">{t("lead")}</p>
      {passkeys.length === 0 ? <p>{t("none")}</p> : <PasskeyList passkeys={passkeys} remove={removePasskeyAction} />}
      <noscript className="mt-4 block">{t("script")}</noscript>
      <div className="mt-6 noscript:hidden">
        <AddPasskeyForm key={passkeys.length} email={email} begin={beginPasskeyAction} add={addPasskeyAction} />
      </div>
    </Section>
  );
}
