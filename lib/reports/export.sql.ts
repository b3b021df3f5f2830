import { Query, type QueryArrayConfig } from "pg";
import { pool } from "@/lib/db";
import type { DeliveryState, SignatureState } from "@/lib/generated/prisma/enums";
import type { ExportChoice, ExportColumn } from "./schema";

/** Which rows, and from which id on. Without `states`: all of them. */
export type ExportPage = {
  organisationId: string;
  campaignId: string;
  states: SignatureState[] | DeliveryState[] | null;
  after: string;
  limit: number;
};

/** A row as text, cell by cell, led by its id and, where personal columns are asked for, followed by what is sealed. */
export type ExportRow = [id: string, ...cells: (string | Buffer | null)[]];

const utc = (time: string) => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')`;
const yesNo = (time: string) => `case when ${time} is null then 'no' else 'yes' end`;

/** Columns the database can say by itself. The others are made of what it returns beside them. */
const expressions: Record<ExportChoice["what"], Partial<Record<ExportColumn, string>>> = {
  signatures: {
    id: "r.id",
    state: "r.state::text",
    createdAt: utc("r.created_at"),
    confirmedAt: utc("r.confirmed_at"),
    stateAt: utc("r.state_at"),
    country: "r.country",
    language: "r.language",
    partner: "r.partner",
    disclosure: "r.disclosure::text",
    newsConsent: yesNo("r.news_consent_at"),
    publicNameConsent: yesNo("r.public_name_consent_at"),
  },
  letters: {
    id: "r.id",
    signature: "r.signature_id",
    recipient: "r.recipient_id",
    channel: "r.channel::text",
    language: "r.language",
    state: "r.state::text",
    createdAt: utc("r.created_at"),
    stateAt: utc("r.state_at"),
    attempts: "r.attempt_count::text",
    code: "r.code::text",
    enhancedCode: "r.enhanced_code",
    doubledAt: utc("r.doubled_at"),
  },
};

/** What personal columns are made of. Only of confirmed signatures: of others nobody may, or can, say whose they are. */
const sealed = {
  signatures: {
    select: "b.id, b.sealed",
    join: "left join submissions b on b.id = r.submission_id and r.state = 'confirmed'",
  },
  letters: {
    select:
      "b.id, b.sealed, r.revision_id, r.recipient_id, r.holder_id, r.language, g.disclosure::text, b.letter_language",
    join: `left join signatures g on g.id = r.signature_id and g.state = 'confirmed'
      left join submissions b on b.id = r.submission_id and g.id is not null`,
  },
} as const;

/**
 * The statement for pages of an export. The page is cut before anything is joined to it, so that each page costs the same.
 * @param columns of them, those the database can say
 */
export function exportStatement(what: ExportChoice["what"], columns: ExportColumn[], personal: boolean): string {
  const said = columns.flatMap((column) => expressions[what][column] ?? []);
  const { select, join } = sealed[what];
  const type = what === "signatures" ? "signature_state" : "delivery_state";
  return `
    with r as materialized (
      select * from ${what}
      where organisation_id = $1 and campaign_id = $2 and id > $3
        and ($4::${type}[] is null or state = any($4::${type}[]))
      order by id limit $5
    )
    select ${["r.id", ...said, ...(personal ? [select] : [])].join(", ")}
    from r ${personal ? join : ""}
    order by r.id`;
}

/**
 * Runs it, and hands over each row as it comes: a row that waits for the others of its page would outlive the young
 * generation, and a million of those double the memory of the process.
 * @param each what it throws ends in this promise, after the page
 */
export async function readExportPage(
  statement: string,
  page: ExportPage,
  each: (row: ExportRow) => void,
): Promise<void> {
  const { organisationId, campaignId, states, after, limit } = page;
  const values = [organisationId, campaignId, after, states, limit];
  const config: QueryArrayConfig = { text: statement, values, rowMode: "array" };
  const query = new Query<ExportRow>(config);
  let failure: { reason: unknown } | undefined;
  query.on("row", (row) => {
    try {
      if (!failure) each(row);
    } catch (reason) {
      failure = { reason };
    }
  });
  const client = await pool().connect();
  try {
    await new Promise((resolve, reject) => {
      query.on("end", resolve).on("error", reject);
      client.query(query);
    });
  } finally {
    client.release();
  }
  if (failure) throw failure.reason;
}
