import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import type { Pool } from "pg";
import { makeToken } from "@/lib/privacy/links";
import { confirmStatement } from "@/lib/signatures/confirm.sql";
import { signStatement } from "@/lib/signatures/sign.sql";
import type { World } from "@/tests/factories";
import { load, request } from "./http-load";
import { limitOf } from "./pgbench";
import { idOf, idSql, makeDrafts, makePending } from "./rows";
import { measureSend, measureSendSlow } from "./send";

/** One run of one row: what was measured, the limit beside it, and what the limit was measured with. */
export type Run = {
  value: number;
  limit: number;
  unit: string;
  p99Ms: number;
  tool: string;
  /** What else was seen, by name: numbers for the record. */
  notes?: Record<string, number>;
};

export type Bench = {
  url: string;
  pool: Pool;
  port: number;
  sitePid: number;
  origin: string;
  world: World;
  copies: string[];
  nextRow: () => number;
};

const connections = 32;
const count = 6400;
const pageMs = 3000;
const asBrowser = { "accept-encoding": "br" };
const rowsApart = 1_000_000;

/** Numbers for the rows of one measurement, never used before. */
export function numberRows(): () => number {
  let used = 0;
  return () => (used += rowsApart);
}

const signLimit = signStatement
  .replace("$1::uuid[]", `array[${idSql(":row")}]`)
  .replace("$2::uuid[]", "array[gen_random_uuid()]")
  .replace("$3::uuid[]", "array[gen_random_uuid()]");
const confirmLimit = confirmStatement
  .replace("$1::uuid[]", `array[${idSql(":row")}]`)
  .replace("$2::channel[]", "array['email']::channel[]")
  .replace("$3::channel[]", "array['email', 'web_form', 'own_client', 'fax', 'post']::channel[]");

/** sign: the POST that stores a signature, all on one campaign, beside its statement alone. */
async function measureSign(bench: Bench): Promise<Run> {
  const rows = { first: bench.nextRow(), count };
  await makeDrafts(bench.pool, bench.world, [bench.world.campaign.id], rows);
  const limit = await limitOf(bench.url, signLimit, rows, connections);
  const { perSecond, p99Ms } = await postSigns(bench, [bench.world.campaign.id]);
  return { value: perSecond, limit: limit.perSecond, unit: "requests/s", p99Ms, tool: limit.tool };
}

/** confirm: the POST that makes the letters of two recipients, beside its statement alone. */
async function measureConfirm(bench: Bench): Promise<Run> {
  const forLimit = { first: bench.nextRow(), count };
  await makePending(bench.pool, bench.world, forLimit);
  const limit = await limitOf(bench.url, confirmLimit, forLimit, connections);
  const rows = { first: bench.nextRow(), count };
  await makePending(bench.pool, bench.world, rows);
  const { perSecond, p99Ms } = await post(bench, "confirm", rows);
  return { value: perSecond, limit: limit.perSecond, unit: "requests/s", p99Ms, tool: limit.tool };
}

/** viral: signing on one campaign, beside signing spread over a hundred. */
async function measureViral(bench: Bench): Promise<Run> {
  const spread = await postSigns(bench, bench.copies);
  const one = await postSigns(bench, [bench.world.campaign.id]);
  return {
    value: one.perSecond,
    limit: spread.perSecond,
    unit: "requests/s",
    p99Ms: one.p99Ms,
    tool: "the same over 100",
  };
}

/** Sends drafts spread over these campaigns, as fast as the site takes them. */
export async function postSigns(bench: Bench, campaigns: string[]) {
  const rows = { first: bench.nextRow(), count };
  await makeDrafts(bench.pool, bench.world, campaigns, rows);
  return post(bench, "check", rows);
}

async function post(
  { port, origin }: Bench,
  purpose: "check" | "confirm",
  { first, count: most }: { first: number; count: number },
) {
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  const requests = Array.from({ length: most }, (_, at) =>
    request("POST", `/en/${purpose}/${makeToken(purpose, idOf(first + at))}`, headers),
  );
  return load({ port, connections, status: 303 }, () => requests.pop() ?? null);
}

/** page: the appeal's page as an anonymous visitor gets it, beside a bare server that sends the same bytes. */
async function measurePage({ port, world }: Bench): Promise<Run> {
  const path = `/en/appeals/${world.campaign.slug}`;
  const answer = await rawAnswer(port, path);
  const bare = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": answer.length });
    response.end(answer);
  });
  await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve));
  const limit = await loadPage((bare.address() as AddressInfo).port, path);
  bare.close();
  const { perSecond, p99Ms } = await loadPage(port, path);
  return { value: perSecond, limit: limit.perSecond, unit: "requests/s", p99Ms, tool: "bare node:http" };
}

/** Asks for the appeal's page as fast as the site answers. */
export function loadPages({ port, world }: Bench) {
  return loadPage(port, `/en/appeals/${world.campaign.slug}`);
}

function loadPage(port: number, path: string) {
  const bytes = request("GET", path, asBrowser);
  const until = performance.now() + pageMs;
  return load({ port, connections, status: 200 }, () => (performance.now() < until ? bytes : null));
}

/** The body of a page as it goes over the wire, still compressed. */
function rawAnswer(port: number, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get({ port, path, headers: asBrowser }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks)));
    }).on("error", reject);
  });
}

/** How each row of the table is measured, once. */
export const measures = {
  send: measureSend,
  "send-slow": measureSendSlow,
  sign: measureSign,
  confirm: measureConfirm,
  viral: measureViral,
  page: measurePage,
} as const;
