import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { AddressStatus, Channel } from "@/lib/generated/prisma/enums";
import { shownAddress } from "./address";
import { failuresThatHold } from "./failures";

/** An address that fails or was given up, and what its server said last. */
export type TroubledAddress = {
  id: string;
  channel: Channel;
  shown: string;
  status: AddressStatus;
  failures: number;
  /** Whether letters wait until a member decides. */
  holds: boolean;
  failedAt: Date | null;
  said: string | null;
  lastWorkedAt: Date | null;
};

/** A recipient that letters may not reach: its troubled addresses, and how many letters wait, by campaign. */
export type Unreached = {
  id: string;
  name: string;
  country: string;
  addresses: TroubledAddress[];
  /** Whether any address is left that letters take. */
  reachable: boolean;
  waiting: { campaignId: string; title: string; count: number }[];
  /** How many of them could leave now: the address was given by somebody who may not send. */
  ready: number;
  /** A campaign from which it can be edited. */
  campaignId: string | null;
};

const shape = {
  id: true,
  country: true,
  texts: { select: { language: true, short: true } },
  addresses: { where: { retiredAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] },
  campaigns: { select: { campaignId: true }, orderBy: { campaignId: "desc" }, take: 1 },
} satisfies Prisma.RecipientSelect;

type Row = Prisma.RecipientGetPayload<{ select: typeof shape }>;
type Waiting = { recipientId: string; campaignId: string; title: string; count: number; free: number };

/**
 * The organisation's recipients with an address that fails or is dead, or with letters that wait for one that works: those
 * that most letters wait for first.
 * @throws Refusal("no-access")
 */
export async function listUnreached(actor: Actor): Promise<Unreached[]> {
  await requireAccess(actor, "campaigns.read");
  const waiting = await listWaiting(actor);
  const rows = await db().recipient.findMany({
    where: {
      organisationId: actor.organisationId,
      mergedIntoId: null,
      OR: [
        { id: { in: waiting.map(({ recipientId }) => recipientId) } },
        { addresses: { some: { status: { not: "working" }, retiredAt: null } } },
      ],
    },
    take: 500,
    select: shape,
  });
  return rows
    .map((row) => asUnreached(row, waiting))
    .toSorted((one, other) => sum(other) - sum(one) || one.name.localeCompare(other.name, "en"));
}

function asUnreached(row: Row, all: Waiting[]): Unreached {
  const { id, country, texts, addresses, campaigns } = row;
  const waiting = all.filter(({ recipientId }) => recipientId === id);
  const reachable = addresses.some(({ status, failures }) => status !== "dead" && failures < failuresThatHold);
  return {
    id,
    country,
    name: texts.length > 0 ? inLanguage(texts, "en", "en").short : id,
    addresses: addresses.filter(({ status }) => status !== "working").map(asTroubled),
    reachable,
    ready: reachable ? waiting.reduce((total, { free }) => total + free, 0) : 0,
    waiting: waiting.map(({ campaignId, title, count }) => ({ campaignId, title, count })),
    campaignId: campaigns[0]?.campaignId ?? waiting[0]?.campaignId ?? null,
  };
}

/** What is to be known of an address and its server. */
export function asTroubled(address: Row["addresses"][number]): TroubledAddress {
  const { id, channel, status, failures, failedAt, failureCode, failureResponse, lastWorkedAt } = address;
  return {
    id,
    channel,
    shown: shownAddress(address),
    status,
    failures,
    holds: status === "failing" && failures >= failuresThatHold,
    failedAt,
    said: failureResponse || failureCode,
    lastWorkedAt,
  };
}

async function listWaiting({ organisationId }: Actor): Promise<Waiting[]> {
  const campaigns = await db().campaign.findMany({
    where: { organisationId, state: { in: ["live", "paused", "closed"] } },
    select: { id: true, ...titleShape },
  });
  const held = {
    campaignId: { in: campaigns.map(({ id }) => id) },
    state: "held",
    OR: [{ holdReason: "address" }, { holdReason: null, addressId: null }],
  } satisfies Prisma.LetterWhereInput;
  const groups = await countLetters(held);
  const free = await countLetters({ AND: [held, { OR: [{ addressId: null }, { address: decided }] }] });
  const offices = await listOffices(groups.map(({ recipientId }) => recipientId));
  const waiting = groups.flatMap(({ campaignId, recipientId, _count: count }) => {
    const campaign = campaigns.find(({ id }) => id === campaignId);
    const same = free.find((one) => one.campaignId === campaignId && one.recipientId === recipientId);
    const office = offices.get(recipientId) ?? recipientId;
    return campaign
      ? [{ campaignId, recipientId: office, count, free: same?._count ?? 0, title: titleOf(campaign) }]
      : [];
  });
  const together = Map.groupBy(waiting, ({ campaignId, recipientId }) => `${campaignId} ${recipientId}`);
  return [...together.values()].flatMap(([first, ...rest]) =>
    first
      ? [
          rest.reduce(
            (all, { count, free: more }) => ({ ...all, count: all.count + count, free: all.free + more }),
            first,
          ),
        ]
      : [],
  );
}

/** An address about which a member has nothing more to decide: letters held at it follow the recipient's next one. */
const decided = {
  OR: [{ status: "dead" }, { retiredAt: { not: null } }, { failures: { lt: failuresThatHold } }],
} satisfies Prisma.AddressWhereInput;

function countLetters(where: Prisma.LetterWhereInput) {
  return db().letter.groupBy({
    by: ["campaignId", "recipientId"],
    where,
    orderBy: { campaignId: "desc" },
    _count: true,
  });
}

/** Where letters of recipients that were merged wait by now. */
async function listOffices(ids: string[]): Promise<Map<string, string>> {
  const where = { id: { in: ids }, mergedIntoId: { not: null } };
  const rows = await db().recipient.findMany({ where, select: { id: true, mergedIntoId: true } });
  return new Map(rows.flatMap(({ id, mergedIntoId }) => (mergedIntoId ? [[id, mergedIntoId]] : [])));
}

function sum({ waiting }: Unreached): number {
  return waiting.reduce((total, { count }) => total + count, 0);
}
