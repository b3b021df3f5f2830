import { getTranslations } from "next-intl/server";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { type Actor, mayDo } from "@/lib/accounts/access";

/** Whether a member makes campaigns but may not see the people a received appeal names. */
export function lacksPersonal(actor: Actor): boolean {
  return mayDo(actor, "campaigns.edit") && !mayDo(actor, "received.open");
}

/** Instead of a received appeal: why it is not shown, and who can change that. */
export async function NotShown({ title, back }: { title: string; back: { href: string; label: string } }) {
  const t = await getTranslations("desk.importing");
  return (
    <>
      <PageHead title={title} back={back} />
      <Empty title={t("notShownTitle")}>{t("notShown")}</Empty>
    </>
  );
}
