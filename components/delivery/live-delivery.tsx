"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import type { HoldReason } from "@/lib/generated/prisma/enums";
import type { CampaignDelivery, Delivery } from "@/lib/delivery/queries";
import { DeliveryChart } from "./delivery-chart";
import { DeliveryTable, RecipientsTable } from "./delivery-table";
import { HeldTable } from "./held-table";
import { LaneTable } from "./lane-table";
import { LiveNotice } from "./live-notice";
import { PauseList } from "./pause-list";
import { RelayNotice } from "./relay-notice";
import { SkipLetters } from "./skip-letters";
import { useLive } from "./use-live";

/** What the member who looks may do; what is missing is not offered. */
export type DeliveryActs = {
  resume?: FormAction;
  retry?: FormAction;
  skip?: FormAction;
  release?: Partial<Record<HoldReason, FormAction>>;
};

type LiveDeliveryProps = {
  first: Delivery;
  /** Where news come from. */
  address: string;
  /** The address of the page. */
  path: string;
  acts: DeliveryActs;
  /** The held letters a member thinks of skipping: recipient and reason. */
  skip?: [string, HoldReason];
};

/** How all campaigns of an organisation stand, as it changes. */
export function LiveDelivery({ first, address, path, acts }: LiveDeliveryProps) {
  const t = useTranslations("desk.delivery");
  const { now, liveness } = useLive(address, first);
  return (
    <div className="space-y-10">
      <RelayNotice relay={now.relay} />
      <PauseList pauses={now.pauses} resume={acts.resume} />
      <div>
        <LiveNotice {...{ liveness, path }} />
        <DeliveryTable campaigns={now.campaigns} />
        {now.campaigns.length > 0 && <p className="mt-3 text-xs leading-5 text-muted">{t("note")}</p>}
      </div>
      <LaneTable lanes={now.lanes} pauses={now.pauses} />
      {now.campaigns.length > 0 && <DeliveryChart chart={now.chart} path={path} />}
    </div>
  );
}

/** How one campaign stands, as it changes, with what can be done about its letters. */
export function LiveCampaignDelivery({ first, address, path, acts, skip }: LiveDeliveryProps) {
  const t = useTranslations("desk.delivery");
  const { now, liveness } = useLive(address, first);
  const campaign = now.campaigns[0] as CampaignDelivery;
  const href = `/desk/campaigns/${campaign.id}`;
  return (
    <div className="space-y-10">
      <RelayNotice relay={now.relay} />
      <PauseList pauses={pausesOf(now, campaign)} resume={acts.resume} steered={campaign.state === "paused"} />
      {skip && acts.skip && <SkipLetters {...{ campaign, path }} chosen={skip} action={acts.skip} />}
      <div>
        <LiveNotice {...{ liveness, path }} />
        <RecipientsTable {...{ campaign, href }} retry={acts.retry} />
        <p className="mt-3 text-xs leading-5 text-muted">{t("note")}</p>
      </div>
      <HeldTable {...{ campaign, href, path, acts }} />
      <LaneTable lanes={now.lanes} pauses={now.pauses} />
      <DeliveryChart chart={now.chart} path={path} />
    </div>
  );
}

/** The pauses that keep any letter of a campaign. */
function pausesOf({ pauses, lanes }: Delivery, { id, lines }: CampaignDelivery): Delivery["pauses"] {
  return pauses.filter(({ scope, subjectId, subject }) => {
    if (scope === "campaign") return subjectId === id;
    if (scope === "recipient") return lines.some(({ recipientId }) => recipientId === subjectId);
    return scope === "lane" ? lanes.some(({ name }) => name === subject) : true;
  });
}
