import { ofPolicy } from "./classify";
import type { ReportedFate } from "./delivery-report";

/**
 * What a report means for what was sent.
 * `passed`: it got on, or is still tried; only written down.
 * `letter`: this one was not taken, and nobody else is to blame.
 * `policy`: refused for who we are or what we send; the lane learns of it, the address is not blamed.
 * `temporary`: given up, but for a reason that passes, such as a full mailbox; the address fails without being counted.
 * `address`: it does not work.
 */
export type Verdict = "passed" | "letter" | "policy" | "temporary" | "address";

const mildest: Verdict[] = ["passed", "letter", "policy", "temporary", "address"];

/**
 * What a whole report means: the mildest of what it says. One letter has one recipient; where a report names several, that
 * mailbox was an alias of theirs, and the letter arrived if it arrived at one of them.
 */
export function judgeReport(fates: ReportedFate[]): { verdict: Verdict; fate: ReportedFate } | null {
  const judged = fates.map((fate) => ({ verdict: judgeFate(fate), fate }));
  const [first] = judged.toSorted((one, other) => mildest.indexOf(one.verdict) - mildest.indexOf(other.verdict));
  return first ?? null;
}

/** RFC 3463 §3. Where a code does not tell, the address is counted: a member is asked, and may say that it works. */
function judgeFate({ action, status, code, response }: ReportedFate): Verdict {
  if (action !== "failed") return "passed";
  const [level, subject, detail] = status.split(".").map(Number);
  // A server that gave up waiting: the letter has not arrived, though the code is one of those that pass.
  if (level !== 5) return "temporary";
  if (subject === 7) return "policy";
  // The sender's address, which is ours.
  if (subject === 1) return detail === 7 || detail === 8 ? "policy" : "address";
  // 5.2.2: full. 5.2.3: larger than this mailbox takes.
  if (subject === 2) return detail === 2 ? "temporary" : detail === 3 ? "letter" : "address";
  // The other side's own trouble, but 5.3.4: larger than the system takes.
  if (subject === 3) return detail === 4 ? "letter" : "temporary";
  // No server answers for the domain, or they pass mail round in a circle; 5.4.7: it took too long.
  if (subject === 4) return detail === 7 ? "temporary" : "address";
  if (subject === 5 || subject === 6) return "letter";
  return ofPolicy.test(response) ? "policy" : judgeCode(code);
}

/** RFC 5321 §4.2.3: 552 is a full mailbox, 554 a transaction refused as a whole; all others are about the mailbox. */
function judgeCode(code: number | null): Verdict {
  if (code === 552) return "temporary";
  return code === 554 ? "policy" : "address";
}
