import { getTranslations } from "next-intl/server";
import { AddPasskeyForm } from "@/components/desk/passkey-forms";
import { PasskeyList } from "@/components/desk/passkey-list";
import { Section } from "@/components/desk/section";
import type { SecondFactor } from "@/lib/accounts/second-factor-queries";
import { addPasskeyAction, beginPasskeyAction, removePasskeyAction } from "./actions";

/** The passkeys: those there are, and what this session may do with them. */
export async function PasskeyPart({ factor }: { factor: SecondFactor }) {
  const { email, on, proven, passkeys, passkeysWork } = factor;
  if (!passkeys) return null;
  const t = await getTranslations("desk.passkeys");
  return (
    <Section id="passkeys" title={t("title")}>
      <p className="mb-4 text-muted">{t("lead")}</p>
      {passkeys.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <PasskeyList passkeys={passkeys} remove={proven ? removePasskeyAction : undefined} />
      )}
      {!passkeysWork && <p className="mt-4 text-amber">{t("off")}</p>}
      {passkeysWork && (!on || proven) && (
        <>
          <noscript className="mt-4 block">{t("script")}</noscript>
          <div className="mt-6 noscript:hidden">
            <AddPasskeyForm
              key={passkeys.length}
              email={on ? undefined : email}
              begin={beginPasskeyAction}
              add={addPasskeyAction}
            />
          </div>
        </>
      )}
    </Section>
  );
}
