import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { entriesFor, placesFor } from "@/app/desk/(room)/places";
import { requireActor } from "@/app/desk/actor";
import { PageHead } from "@/components/desk/page-head";
import { ShortcutList } from "@/components/search/shortcut-list";
import { shortcutsTo } from "@/components/search/shortcuts";
import { SingleKeysChoice } from "@/components/search/single-keys-choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.shortcuts");
  return { title: t("title") };
}

export default async function ShortcutsPage() {
  const actor = await requireActor("/desk/shortcuts");
  const t = await getTranslations("desk.shortcuts");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="max-w-[44rem]">
        <ShortcutList shortcuts={shortcutsTo([...entriesFor(actor), "account", ...placesFor(actor)])} />
        <SingleKeysChoice />
      </div>
    </>
  );
}
