import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Channel } from "@/lib/generated/prisma/enums";
import { shownAddress } from "@/lib/recipients/address";
import { presentShape, recipientFingerprint } from "@/lib/recipients/changed";
import { type AddressStanding, standingOf } from "@/lib/recipients/schema";
import { fileColumns } from "./schema";

const shape = {
  id: true,
  represents: true,
  host: true,
  coversAlso: true,
  recipient: { select: presentShape },
} satisfies Prisma.EmbassySelect;

type Row = Prisma.EmbassyGetPayload<{ select: typeof shape }>;

/** An embassy as the list shows it. */
export type EmbassyLine = {
  id: string;
  represents: string;
  host: string;
  coversAlso: string[];
  office: string;
  holder: string | null;
  sample: boolean;
  addresses: { id: string; channel: Channel; shown: string; standing: AddressStanding }[];
};

/** An embassy as its form opens it: flat fields that `embassySchema` reads. */
export type OpenEmbassy = { id: string; office: string; sample: boolean; fields: Record<string, string> };

/**
 * The organisation's embassies, by whom they represent and where.
 * @throws Refusal("no-access")
 */
export async function listEmbassies(actor: Actor): Promise<EmbassyLine[]> {
  await requireAccess(actor, "campaigns.edit");
  const rows = await readRows(actor);
  return rows.map(({ recipient: { texts, holders, addresses, sample }, ...embassy }) => ({
    ...embassy,
    sample,
    office: inLanguage(texts, "en", "en").office,
    holder: holders[0]?.name ?? null,
    addresses: addresses.map((one) => ({
      id: one.id,
      channel: one.channel,
      standing: standingOf(one),
      shown: shownAddress(one),
    })),
  }));
}

/** @throws Refusal("no-access"), Refusal("not-found") */
export async function getEmbassy(actor: Actor, id: string): Promise<OpenEmbassy> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id, organisationId: actor.organisationId };
  const row = validate(id) ? await db().embassy.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  const fields = fieldsOf(row);
  const seen = recipientFingerprint(row.recipient);
  return { id, office: fields.office ?? "", sample: row.recipient.sample, fields: { ...fields, seen } };
}

/**
 * The organisation's embassies as the lines of a file that can be read in again; the first is its head.
 * @throws Refusal("no-access")
 */
export async function listEmbassyCells(actor: Actor): Promise<string[][]> {
  await requireAccess(actor, "campaigns.edit");
  const rows = await readRows(actor);
  const fields = Object.keys(fileColumns);
  return [
    Object.values(fileColumns),
    ...rows.map((row) => {
      const cells: Record<string, string> = { ...fieldsOf(row), sample: row.recipient.sample ? "sample" : "" };
      return fields.map((field) => cells[field] ?? "");
    }),
  ];
}

function readRows({ organisationId }: Actor): Promise<Row[]> {
  return db().embassy.findMany({
    where: { organisationId },
    orderBy: [{ represents: "asc" }, { host: "asc" }],
    select: shape,
  });
}

function fieldsOf({ represents, host, coversAlso, recipient }: Row): Record<string, string> {
  const { texts, holders, addresses, language } = recipient;
  const { office, salutation } = inLanguage(texts, "en", "en");
  const first = (channel: Channel) => addresses.find((one) => one.channel === channel)?.value ?? "";
  return {
    represents,
    host,
    coversAlso: coversAlso.join(", "),
    office,
    salutation,
    holder: holders[0]?.name ?? "",
    language,
    email: first("email"),
    fax: first("fax"),
    post: first("post"),
  };
}
