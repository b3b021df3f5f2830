import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addGroupAction, removeGroupAction } from "@/app/desk/(room)/recipients/actions";
import { libraryPath } from "@/app/desk/(room)/recipients/path";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { GroupList } from "@/components/desk/group-list";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { listGroups } from "@/lib/recipients/groups";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.groups");
  return { title: t("title") };
}

export default async function GroupsPage() {
  const actor = await requireActor(libraryPath("groups"));
  const groups = await allowed(listGroups(actor));
  const edits = mayDo(actor, "recipients.manage");
  const t = await getTranslations("desk.groups");
  const back = { href: libraryPath(), label: (await getTranslations("desk.library"))("title") };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} back={back} />
      <GroupList
        groups={groups}
        acts={edits ? { add: addGroupAction, remove: (id) => removeGroupAction.bind(null, id) } : undefined}
      />
    </>
  );
}
