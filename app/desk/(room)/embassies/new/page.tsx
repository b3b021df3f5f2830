import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { addAction } from "@/app/desk/(room)/embassies/actions";
import { EmbassyForm } from "@/components/desk/embassy-form";
import { languageName } from "@/components/desk/language-name";
import { PageHead } from "@/components/desk/page-head";
import { listEmbassies } from "@/lib/embassies/queries";
import { listCountries } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.embassy");
  return { title: t("newTitle") };
}

export default async function NewEmbassyPage() {
  const actor = await requireActor("/desk/embassies/new");
  const count = (await allowed(listEmbassies(actor))).length;
  const t = await getTranslations("desk.embassy");
  return (
    <>
      <PageHead title={t("newTitle")} back={{ href: "/desk/embassies", label: t("back") }} />
      <EmbassyForm
        action={addAction}
        initial={{ language: "en", salutation: "Your Excellency," }}
        keep={`embassy:new:${count}`}
        countries={listCountries("en")}
        languages={offeredLanguages.map((code) => ({ code, name: languageName(code) }))}
      />
    </>
  );
}
