import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { LiveDelivery } from "@/components/delivery/live-delivery";
import { PauseForm } from "@/components/delivery/pause-form";
import { PageHead } from "@/components/desk/page-head";
import { Pager } from "@/components/desk/pager";
import { withQuery } from "@/lib/accounts/return-path";
import { getDelivery } from "@/lib/delivery/queries";
import { deliveryQuerySchema } from "@/lib/delivery/schema";
import { pauseAction } from "./actions";
import { actsFor, pausableFor } from "./acts";

const path = "/desk/delivery";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.delivery");
  return { title: t("title") };
}

export default async function DeliveryPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireActor(withQuery(path, await searchParams));
  const { span, before } = deliveryQuerySchema.parse(await searchParams);
  const delivery = await allowed(getDelivery(actor, { campaignId: null, span, before }));
  const pausable = pausableFor(actor, delivery);
  const t = await getTranslations("desk.delivery");
  const lists = await getTranslations("desk.listPages");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mt-2 max-w-[62ch] text-muted">{t("lead")}</p>
      </PageHead>
      <div className="space-y-10">
        <LiveDelivery
          first={delivery}
          address={withQuery(`${path}/stream`, { span, before })}
          path={path}
          acts={actsFor(actor)}
        />
        <Pager
          label={lists("campaigns")}
          newest={before ? { href: withQuery(path, { span }), label: lists("newest") } : null}
          older={
            delivery.next
              ? { href: withQuery(path, { span, before: delivery.next }), label: lists("olderCampaigns") }
              : null
          }
        />
        {pausable && <PauseForm action={pauseAction} of={pausable} />}
      </div>
    </>
  );
}
