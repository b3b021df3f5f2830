import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { CapturedMessage } from "@/components/desk/captured-message";
import { PageHead } from "@/components/desk/page-head";
import { openOutboxMessage } from "@/lib/delivery/open-outbox";
import { env } from "@/lib/env";

type Props = { params: Promise<{ table: string; id: string }> };

// The subject is not in the title: a browser's history would keep it.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.outbox");
  return { title: t("message") };
}

export default async function OutboxMessagePage({ params }: Props) {
  const { table, id } = await params;
  const actor = await requireActor(`/desk/outbox/${encodeURIComponent(table)}/${encodeURIComponent(id)}`);
  const message = await allowed(openOutboxMessage(actor, table, id));
  const t = await getTranslations("desk.outbox");
  return (
    <>
      <PageHead title={message.subject || t("noSubject")} back={{ href: "/desk/outbox", label: t("back") }} />
      <CapturedMessage message={message} ownAddress={env().APP_URL} />
      <p className="mt-6 text-xs leading-5 text-muted">{t("recorded")}</p>
    </>
  );
}
