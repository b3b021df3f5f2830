import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { OrganisationForm } from "@/components/desk/organisation-form";
import { PageHead } from "@/components/desk/page-head";
import { getOrganisation } from "@/lib/accounts/organisation-queries";
import { env } from "@/lib/env";
import { saveOrganisationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.organisation");
  return { title: t("title") };
}

export default async function OrganisationPage() {
  const { name, senderName, senderAddress, privacyText, needsApproval, showsVerified } = await allowed(
    getOrganisation(await requireActor("/desk/organisation")),
  );
  const t = await getTranslations("desk.organisation");
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
          ownAddress={env().MAIL_FROM}
        />
        <p className="mt-6">
          <a href="/en/privacy" className="link">
            {t("privacyPage")}
          </a>
        </p>
      </div>
    </>
  );
}
