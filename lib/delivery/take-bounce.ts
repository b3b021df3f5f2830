import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { log } from "@/lib/log";
import { judgeReport } from "./bounce-verdict";
import { readDeliveryReport } from "./delivery-report";
import { readReturnPath } from "./return-path";
import { type Noted, type NotedReport, noteReport } from "./take-bounce.sql";

/** The most bytes of a mail to a return path; a larger one quotes more than a letter. */
export const largestBounce = 1024 * 1024;

const triesWhileLeaving = 5;
const betweenTriesMs = 200;

/**
 * What became of a mail that came to a return path.
 * `bounced`: the letter or mail it is about is now known not to have arrived; `noted`: written down, nothing else.
 * `later`: the letter is leaving at this moment; who brought the mail shall bring it again.
 * `ignored`: nothing was changed, because the return path is none of ours, or the mail reports no delivery, or it was
 * taken before, or no server has ever taken what it is about.
 */
export type BounceOutcome = "bounced" | "noted" | "later" | "ignored";

/**
 * Takes in a mail that was sent to a return path. Nothing of it is kept but its codes and the server's words.
 * @param raw the message as it came
 * @param to its envelope recipient; a header could say anything
 */
export async function takeBounce(raw: Uint8Array, to: string): Promise<BounceOutcome> {
  const about = readReturnPath(to);
  if (!about) return "ignored";
  const report = await readDeliveryReport(raw);
  const judged = report && judgeReport(report.fates);
  if (!judged) return ignored(about, "no report");
  const digest = createHash("sha256").update(`${about.table}:${about.id}:`).update(report.digest).digest();
  const { table, id: rowId } = about;
  const noted = await noteOnceLeft({ id: uuidv7(), table, rowId, digest, ...judged });
  const { verdict, fate } = judged;
  if (noted.noted) {
    const outcome = noted.bounced ? "bounced" : "noted";
    log.info({ ...about, outcome, verdict, status: fate.status, held: noted.held }, "report on a delivery");
    return outcome;
  }
  if (noted.state === "transmitting") return "later";
  return ignored(about, noted.state === null ? "unknown row" : "taken before, or never sent");
}

/** A server may report faster than we write down that it took the letter: a moment later that is known. */
async function noteOnceLeft(report: NotedReport): Promise<Noted> {
  for (let attempt = 1; ; attempt += 1) {
    const noted = await noteReport(report);
    if (noted.state !== "transmitting" || attempt === triesWhileLeaving) return noted;
    await pause(betweenTriesMs);
  }
}

function ignored(about: { table: string; id: string }, because: string): "ignored" {
  log.info({ ...about, because }, "mail to a return path ignored");
  return "ignored";
}
