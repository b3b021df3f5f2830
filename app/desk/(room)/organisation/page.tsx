import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { OrganisationForm } from "@/components/desk/organisation-form";
import { PageHead } from "@/components/desk/page-head";
import { RequireFactorForm } from "@/components/desk/require-factor-form";
import { getOrganisation } from "@/lib/accounts/organisation-queries";
import { env } from "@/lib/env";
import { requireSecondFactorAction, saveOrganisationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.organisation");
  return { title: t("title") };
}

export default async function OrganisationPage() {
  const { name, secondFactorRequired, senderName, senderAddress, privacyText, needsApproval, showsVerified, seen } =
    await allowed(getOrganisation(await requireActor("/desk/organisation")));
  const t = await getTranslations("desk.organisation");
  const f = await getTranslations("desk.requireFactor");
  return (
    <>
      <PageHead title={t("title")} />
      <div className="max-w-[40rem]">
        <OrganisationForm
          action={saveOrganisationAction}
          initial={{
            organisation: name,
            senderName: senderName ?? "",
            senderAddress: senderAddress ?? "",
            privacyText: privacyText ?? "",
            needsApproval: needsApproval ? "yes" : "",
            showsVerified: showsVerified ? "yes" : "",
          }}
          seen={seen}
          ownAddress={env().MAIL_FROM}
        />
        <p className="mt-6">
          <a href="/en/privacy" className="link">
            {t("privacyPage")}
          </a>
        </p>
        <section aria-labelledby="factor" className="mt-10 border-t border-line pt-6">
          <h2 id="factor" className="mb-3 font-serif text-lg">
            {f("title")}
          </h2>
          <RequireFactorForm required={secondFactorRequired} action={requireSecondFactorAction} />
        </section>
      </div>
    </>
  );
}
