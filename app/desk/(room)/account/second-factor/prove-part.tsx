import { getTranslations } from "next-intl/server";
import { PasskeyProof } from "@/components/desk/passkey-forms";
import { CodeProof } from "@/components/desk/second-factor-forms";
import { Section } from "@/components/desk/section";
import type { SecondFactor } from "@/lib/accounts/second-factor-queries";
import { askForProofAction, proveByCodeAction, proveByPasskeyAction } from "./actions";

/** Asks for password and second factor again. */
export async function ProvePart({ factor: { email, app, passkeys, passkeysWork } }: { factor: SecondFactor }) {
  const t = await getTranslations("desk.secondFactor");
  const byKey = passkeysWork && passkeys !== null && passkeys.length > 0;
  return (
    <Section id="prove-again" title={t("again")}>
      <p className="mb-4 text-muted">{t("againHint")}</p>
      {byKey && (
        <div className="mb-8 noscript:hidden">
          <PasskeyProof email={email} begin={askForProofAction} pass={proveByPasskeyAction} />
        </div>
      )}
      <CodeProof email={email} app={app.since !== null} action={proveByCodeAction} />
    </Section>
  );
}
