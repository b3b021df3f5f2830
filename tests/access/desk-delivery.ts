import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import { pauseDelivery } from "@/lib/delivery/pause";
import { listPauses } from "@/lib/delivery/pauses";
import { getDelivery } from "@/lib/delivery/queries";
import { resumeDelivery } from "@/lib/delivery/resume";
import { retryLetters } from "@/lib/delivery/retry";
import { skipLetters } from "@/lib/delivery/skip";
import { watchDelivery } from "@/lib/delivery/watch";
import { putLetters } from "@/tests/put-letters";
import type { AccessRow, Scene } from "./row";

export const rows: AccessRow[] = [
  {
    verb: "pauseDelivery",
    act: "delivery.steer",
    also: ["delivery.stop"],
    call: (actor, { campaign }) =>
      pauseDelivery(actor, { scope: "campaign", subjectId: campaign.id, reason: "the facts are checked" }),
    foreign: "refused",
  },
  {
    verb: "resumeDelivery",
    act: "delivery.steer",
    also: ["delivery.stop"],
    call: async (actor, scene) => resumeDelivery(actor, await openPause(scene)),
    foreign: "refused",
  },
  {
    verb: "getDelivery",
    act: "delivery.read",
    call: (actor, { campaign }) => getDelivery(actor, { campaignId: campaign.id, span: "hours" }),
    foreign: "refused",
  },
  {
    verb: "watchDelivery",
    act: "delivery.read",
    async call(actor, { campaign }) {
      const view = { campaignId: campaign.id, span: "hours" } as const;
      const watch = watchDelivery(actor, view, { sessionId: "", signal: AbortSignal.timeout(5000) });
      await watch.next();
      await watch.return();
    },
    foreign: "refused",
  },
  { verb: "listPauses", act: "delivery.read", call: (actor) => listPauses(actor), foreign: "nothing" },
  {
    verb: "retryLetters",
    act: "delivery.steer",
    call: (actor, { campaign, minister }) =>
      retryLetters(actor, { campaign: campaign.id, recipient: minister.id, which: "waiting" }),
    foreign: "refused",
  },
  {
    verb: "skipLetters",
    act: "delivery.steer",
    async call(actor, { campaign, minister }) {
      await putLetters({
        where: { campaignId: campaign.id, recipientId: minister.id },
        data: { state: "held", holdReason: "member" },
      });
      return skipLetters(actor, { campaign: campaign.id, recipient: minister.id, reason: "member", count: 1 });
    },
    foreign: "refused",
  },
];

async function openPause({ organisation, minister }: Scene): Promise<string> {
  const of = { scope: "recipient", organisationId: organisation.id, subjectId: minister.id } as const;
  const open = await db().pause.findFirst({ where: { ...of, endedAt: null } });
  return (open ?? (await db().pause.create({ data: { id: uuidv7(), ...of } }))).id;
}
