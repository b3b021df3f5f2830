import type { Actor } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import type { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { folded } from "@/lib/imports/names";
import { type AddressChannel, addressChannels, readAddress } from "@/lib/recipients/address";
import { presentShape } from "@/lib/recipients/changed";
import type { AddressInput } from "@/lib/recipients/schema";
import { type Additions, additionsTo, keyOf } from "./additions";
import { numbersCountry } from "./numbers-country";
import { type Fields, rowsOf } from "./schema";

type Reader = Prisma.TransactionClient | ReturnType<typeof db>;

/** Somebody of the library that a recipient of an appeal may be, and what the appeal says otherwise. */
export type Twin = Additions & {
  id: string;
  short: string;
  office: string;
  country: string;
  why: "address" | "office" | "holder";
  /** Its present holder, and whom the appeal names; null where they are the same or the appeal names nobody. */
  holder: { now: string | null; read: string } | null;
  doNotContact: boolean;
};

// With the addresses it had: one that was given up is no new one.
const shape = {
  ...presentShape,
  doNotContactAt: true,
  addresses: { orderBy: presentShape.addresses.orderBy },
} satisfies Prisma.RecipientSelect;
type Row = Prisma.RecipientGetPayload<{ select: typeof shape }>;

const most = 3;
const order = ["address", "office", "holder"] as const;

/** The ways to reach one recipient of a draft that are addresses of ours; what cannot be read as one is left out. */
export function addressesOf(fields: Fields, row: string): AddressInput[] {
  const name = `recipient-${row}`;
  const country = numbersCountry([fields[`${name}-office`], fields[`${name}-organisation`]], fields[`${name}-country`]);
  const read = rowsOf(fields, name).flatMap((one): AddressInput[] => {
    const channel = addressChannels.find(
      (known): known is AddressChannel => known === fields[`${name}-${one}-channel`],
    );
    const raw = fields[`${name}-${one}-value`] ?? "";
    const { address } = channel && raw.trim() ? readAddress(channel, raw, country) : {};
    return address ? [{ ...address, raw, status: "working" }] : [];
  });
  return read.filter((one, at) => read.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

/** By each recipient's row of a draft who of the organisation's library has the same address, office or holder. */
export async function findTwins(reader: Reader, actor: Actor, fields: Fields): Promise<Record<string, Twin[]>> {
  const rows = rowsOf(fields, "recipient");
  const candidates = await findCandidates(reader, actor, fields, rows);
  return Object.fromEntries(
    rows.map((row) => {
      const twins = candidates.flatMap((one) => twinOf(one, fields, row) ?? []);
      const sorted = twins.toSorted((one, other) => order.indexOf(one.why) - order.indexOf(other.why));
      return [row, sorted.slice(0, most)];
    }),
  );
}

async function findCandidates(
  reader: Reader,
  { organisationId }: Actor,
  fields: Fields,
  rows: string[],
): Promise<Row[]> {
  const said = (part: string) => rows.flatMap((row) => fields[`recipient-${row}-${part}`]?.trim() || []);
  const values = rows.flatMap((row) => addressesOf(fields, row).map(({ value }) => value));
  const titles = [...said("office"), ...said("short")];
  return reader.recipient.findMany({
    where: {
      organisationId,
      mergedIntoId: null,
      OR: [
        { addresses: { some: { retiredAt: null, value: { in: values } } } },
        ...insensitive(titles).flatMap((office) => [
          { texts: { some: { office } } },
          { texts: { some: { short: office } } },
        ]),
        ...insensitive(said("holder")).map((name) => ({ holders: { some: { until: null, name } } })),
      ],
    },
    take: 200,
    select: shape,
  });
}

function insensitive(names: string[]) {
  return names.map((name) => ({ equals: name, mode: "insensitive" as const }));
}

function twinOf(candidate: Row, fields: Fields, row: string): Twin | null {
  const said = (part: string) => folded(fields[`recipient-${row}-${part}`] ?? "");
  const addresses = addressesOf(fields, row);
  const known = new Set(candidate.addresses.filter(({ retiredAt }) => retiredAt === null).map(keyOf));
  const country = fields[`recipient-${row}-country`];
  const titles = new Set(candidate.texts.flatMap(({ office, short }) => [folded(office), folded(short)]));
  const [holder] = candidate.holders;
  const sameOffice = country === candidate.country && [said("office"), said("short")].some((one) => titles.has(one));
  const sameHolder = said("holder") !== "" && folded(holder?.name ?? "") === said("holder");
  const why = addresses.some((one) => known.has(keyOf(one)))
    ? "address"
    : sameOffice
      ? "office"
      : sameHolder && (!country || country === candidate.country)
        ? "holder"
        : null;
  if (!why) return null;
  const read = fields[`recipient-${row}-holder`]?.trim() ?? "";
  const text = candidate.texts.length > 0 ? inLanguage(candidate.texts, "en", "en") : null;
  return {
    id: candidate.id,
    short: text?.short ?? candidate.id,
    office: text?.office ?? "",
    country: candidate.country,
    why,
    ...additionsTo(candidate.addresses, addresses),
    holder: read === "" || sameHolder ? null : { now: holder?.name ?? null, read },
    doNotContact: candidate.doNotContactAt !== null,
  };
}
