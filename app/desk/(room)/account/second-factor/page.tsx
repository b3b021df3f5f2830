import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enrolPath, findSessionId, requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { ActButton } from "@/components/desk/act-button";
import { PageHead } from "@/components/desk/page-head";
import { PressForm } from "@/components/desk/press-form";
import { RecoveryCodes } from "@/components/desk/recovery-codes";
import { ConfirmForm } from "@/components/desk/second-factor-forms";
import { Section } from "@/components/desk/section";
import { TotpSecret } from "@/components/desk/totp-secret";
import { returnPath } from "@/lib/accounts/return-path";
import { getSecondFactor, type SecondFactor } from "@/lib/accounts/second-factor-queries";
import {
  cancelTotpAction,
  confirmTotpAction,
  hideRecoveryCodesAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
} from "./actions";
import { AppPart } from "./app-part";
import { PasskeyPart } from "./passkey-part";
import { ProvePart } from "./prove-part";

type Props = { searchParams: Promise<{ next?: unknown }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.secondFactor");
  return { title: t("title") };
}

export default async function SecondFactorPage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = asked === undefined ? undefined : returnPath(asked);
  const actor = await requireActor(enrolPath);
  const factor = await allowed(getSecondFactor(actor, await findSessionId()));
  const t = await getTranslations("desk.secondFactor");
  const back = actor.mustEnrol ? {} : { back: { href: "/desk/account", label: t("back") } };
  const { begun } = factor.app;
  return (
    <>
      <PageHead title={t("title")} {...back}>
        <p className="mt-2 max-w-[62ch] text-muted">{t(actor.mustEnrol ? "must" : "lead")}</p>
      </PageHead>
      <div className="max-w-[40rem] space-y-8">
        {begun ? <Begun {...factor} begun={begun} next={next} /> : <Stands factor={factor} next={next} />}
      </div>
    </>
  );
}

type BegunProps = Pick<SecondFactor, "on" | "codes"> & {
  begun: NonNullable<SecondFactor["app"]["begun"]>;
  next: string | undefined;
};

/** An app that waits for its first code; with a first second factor also the recovery codes. */
async function Begun({ begun: { secret, uri }, on, codes, next }: BegunProps) {
  const t = await getTranslations("desk.secondFactor");
  const shown = on ? null : codes;
  return (
    <>
      <div className="print:hidden">
        <Section id="scan" title={t("scan")}>
          <TotpSecret secret={secret} uri={uri} />
        </Section>
      </div>
      {shown && (
        <Section id="keep" title={t("keep")}>
          <RecoveryCodes codes={shown} />
        </Section>
      )}
      <div className="print:hidden">
        <Section id="prove" title={t(shown ? "prove" : "proveNext")}>
          <ConfirmForm action={confirmTotpAction} next={next} />
          <p className="mt-4">
            <ActButton action={cancelTotpAction} fields={next ? { next } : {}} pending={t("working")} done="">
              {t("cancel")}
            </ActButton>
          </p>
        </Section>
      </div>
    </>
  );
}

type StandsProps = { factor: SecondFactor; next: string | undefined };

/** What there is, and what can be done: nothing changes before the member has said again that it is them. */
async function Stands({ factor, next }: StandsProps) {
  const t = await getTranslations("desk.secondFactor");
  const { on, proven, codes, required } = factor;
  return (
    <>
      {on && <p className="font-semibold text-moss">✓ {t("on")}</p>}
      {on && <Codes {...factor} next={next} />}
      {on && !proven && !codes && <ProvePart factor={factor} />}
      {!codes && (
        <>
          <AppPart factor={factor} next={next} />
          <PasskeyPart factor={factor} />
          {on && proven && !required && (
            <Section id="remove" title={t("removeTitle")}>
              <p className="mb-4">{t("removeHint")}</p>
              <PressForm action={removeSecondFactorAction} submit={t("remove")} pending={t("working")} look="grave" />
            </Section>
          )}
        </>
      )}
    </>
  );
}

async function Codes({ codes, codesLeft, few, proven, next }: SecondFactor & { next: string | undefined }) {
  const t = await getTranslations("desk.secondFactor");
  return (
    <Section id="codes" title={t("codes")}>
      {codes ? (
        <>
          <RecoveryCodes codes={codes} />
          <ActButton action={hideRecoveryCodesAction} fields={next ? { next } : {}} pending={t("working")} done="">
            {t("kept")}
          </ActButton>
        </>
      ) : (
        <>
          <p className={few ? "font-semibold text-brick" : ""}>{t("left", { count: codesLeft })}</p>
          {proven && (
            <div className="mt-4">
              <PressForm action={renewRecoveryCodesAction} submit={t("renew")} pending={t("working")} />
            </div>
          )}
        </>
      )}
    </Section>
  );
}
