import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/desk/act-button";
import { formatDay } from "@/components/desk/formats";
import { PressForm } from "@/components/desk/press-form";
import { ProofForm } from "@/components/desk/second-factor-forms";
import { Section } from "@/components/desk/section";
import type { SecondFactor } from "@/lib/accounts/second-factor-queries";
import { beginTotpAction, removeTotpAction } from "./actions";

/** The authenticator app: the one there is, and what this session may do with it. */
export async function AppPart({ factor, next }: { factor: SecondFactor; next: string | undefined }) {
  const { email, on, proven, app, passkeys, passkeysWork } = factor;
  const t = await getTranslations("desk.secondFactor");
  const submit = t(app.since ? "replace" : "begin");
  return (
    <Section id="app" title={t("app")}>
      <p>{app.since ? t("appSince", { day: formatDay(app.since) }) : t("appHint")}</p>
      {!on && (
        <div className="mt-4">
          <ProofForm act="begin" email={email} action={beginTotpAction} submit={submit} look="main" next={next} />
        </div>
      )}
      {on && proven && (
        <div className="mt-4">
          <PressForm action={beginTotpAction} submit={submit} pending={t("working")} />
        </div>
      )}
      {proven && app.since && passkeysWork && passkeys !== null && passkeys.length > 0 && (
        <p className="mt-2">
          <ActButton action={removeTotpAction} pending={t("working")} done="">
            {t("removeApp")}
          </ActButton>
        </p>
      )}
    </Section>
  );
}
