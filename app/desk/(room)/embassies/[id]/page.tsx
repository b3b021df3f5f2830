import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { saveAction } from "@/app/desk/(room)/embassies/actions";
import { EmbassyForm } from "@/components/desk/embassy-form";
import { languageName } from "@/components/desk/language-name";
import { PageHead } from "@/components/desk/page-head";
import { Notice } from "@/components/ui/notice";
import { getEmbassy } from "@/lib/embassies/queries";
import { listCountries } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const path = `/desk/embassies/${encodeURIComponent(id)}`;
  return { title: (await allowed(getEmbassy(await requireActor(path), id))).office };
}

export default async function EmbassyPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/embassies/${encodeURIComponent(id)}`);
  const { office, sample, fields } = await allowed(getEmbassy(actor, id));
  const t = await getTranslations("desk.embassy");
  const shared = await getTranslations("desk.embassies");
  const languages = [...new Set([fields.language ?? "en", ...offeredLanguages])];
  return (
    <>
      <PageHead title={office} back={{ href: "/desk/embassies", label: t("back") }} />
      {sample && (
        <div className="mb-7 max-w-[44rem]">
          <Notice kind="example" title={shared("sample")}>
            {t("sampleNotice")}
          </Notice>
        </div>
      )}
      <EmbassyForm
        action={saveAction.bind(null, id)}
        initial={fields}
        keep={`embassy:${id}:${fields.seen}`}
        countries={listCountries("en")}
        languages={languages.map((code) => ({ code, name: languageName(code) }))}
      />
    </>
  );
}
