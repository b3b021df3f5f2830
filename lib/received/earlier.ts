import type { Actor } from "@/lib/accounts/access";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import type { db } from "@/lib/db";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";
import { folded } from "@/lib/imports/names";
import { type Fields, rowsOf } from "./schema";

type Reader = Prisma.TransactionClient | ReturnType<typeof db>;

/** A campaign that an appeal may go on from. `why`: it has the same reference, or its case has somebody of the same name. */
export type Earlier = {
  id: string;
  title: string;
  state: CampaignState;
  caseId: string;
  why: "reference" | "person";
  /** The reference both have. */
  reference: string | null;
  stopped: boolean;
};

const shape = {
  ...titleShape,
  id: true,
  state: true,
  caseId: true,
  stoppedAt: true,
  original: { select: { reference: true } },
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof shape }>;

/** The organisation's campaigns with the reference of a draft, then those of cases with one of its persons; newest first. */
export async function findEarlier(reader: Reader, actor: Actor, fields: Fields): Promise<Earlier[]> {
  const { organisationId } = actor;
  const reference = folded(fields.reference ?? "");
  const names = rowsOf(fields, "person").flatMap((row) => fields[`person-${row}-name`]?.trim() || []);
  const [referenced, cases] = await Promise.all([
    reference === ""
      ? []
      : reader.campaign.findMany({
          where: { organisationId, original: { reference: { not: null } } },
          orderBy: { id: "desc" },
          take: 2000,
          select: shape,
        }),
    findCases(reader, organisationId, names),
  ]);
  const named = await reader.campaign.findMany({
    where: { organisationId, caseId: { in: cases } },
    orderBy: { id: "desc" },
    take: 5,
    select: shape,
  });
  const same = referenced.filter(({ original }) => isSameReference(folded(original?.reference ?? ""), reference));
  const found = [
    ...same.slice(0, 5).map((row) => earlierOf(row, "reference")),
    ...named.map((row) => earlierOf(row, "person")),
  ];
  return found.filter((one, at) => found.findIndex(({ id }) => id === one.id) === at);
}

/** The same words; "UA 298/12" is also the one that "Further information on UA: 298/12" is about. */
function isSameReference(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  const numbered = numbersIn(one);
  return one === other || (numbered.includes(" ") && numbered === numbersIn(other) && isWithin(one, other));
}

function numbersIn(text: string): string {
  return (text.match(/\d+/g) ?? []).join(" ");
}

function isWithin(one: string, other: string): boolean {
  const [short = "", long = ""] = [one, other].toSorted((first, second) => first.length - second.length);
  return ` ${long} `.includes(` ${short} `);
}

async function findCases(reader: Reader, organisationId: string, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const insensitive = names.map((name) => ({ equals: name, mode: "insensitive" as const }));
  const persons = await reader.personAtRisk.findMany({
    where: {
      organisationId,
      OR: [
        ...insensitive.flatMap((name) => [{ publicName: name }, { originalScript: name }]),
        { aliases: { hasSome: names } },
      ],
    },
    take: 50,
    select: { caseId: true },
  });
  return [...new Set(persons.map(({ caseId }) => caseId))];
}

function earlierOf(row: Row, why: Earlier["why"]): Earlier {
  const { id, state, caseId, stoppedAt, original } = row;
  const reference = why === "reference" ? (original?.reference ?? null) : null;
  return { id, title: titleOf(row), state, caseId, why, reference, stopped: stoppedAt !== null };
}
