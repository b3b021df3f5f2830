import { scrubResponse } from "./scrub";

/**
 * How a try ended.
 * `ours`: our server could not be reached or would not take mail from us; the address is not blamed.
 * `policy`: refused for what we are or what we send (RFC 3463 §3.8); the address is not blamed, a member has to look.
 * `ambiguous`: the body was on its way and no answer came; the letter may have arrived.
 */
export type OutcomeKind = "accepted" | "temporary" | "address" | "ours" | "policy" | "ambiguous";

export type Outcome = {
  kind: OutcomeKind;
  /** RFC 5321 §4.2 */
  code: number | null;
  /** RFC 3463, without the basic code */
  enhancedCode: string | null;
  /** The server's words without addresses, or what happened to the connection. */
  response: string;
};

/** Where a conversation with a mail server was when it failed. */
export type Phase = "connecting" | "envelope" | "body";

/** What nodemailer says about a failure. */
export type SmtpFailure = {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
};

/** The server took the letter over with this answer. */
export function acceptedOutcome(response: string): Outcome {
  return { kind: "accepted", ...codesOf(response), response: scrubResponse(response) };
}

/** Puts a failure into its class. What is not clearly the address's fault is never called so. */
export function classify(failure: SmtpFailure, phase: Phase): Outcome {
  const response = failure.response ?? "";
  const codes = codesOf(response);
  return {
    kind: kindOf(failure, phase, codes),
    ...codes,
    response: scrubResponse(response || failure.code || "failed"),
  };
}

/** Whether this is a well-formed reply that says yes (RFC 5321 §4.2). Of anything else nobody can tell what it means. */
export function isYes(response: string): boolean {
  const { code } = codesOf(response);
  return code !== null && code >= 200 && code < 300;
}

type Codes = Pick<Outcome, "code" | "enhancedCode">;

function kindOf(failure: SmtpFailure, phase: Phase, { code, enhancedCode }: Codes): OutcomeKind {
  if (phase === "connecting" || failure.code === "EAUTH") return "ours";
  if (code === null || code < 400 || code > 599) return phase === "body" ? "ambiguous" : "ours";
  if (code < 500 || isFull(code, enhancedCode, phase)) return "temporary";
  if (phase === "envelope" && isOurFault(failure.command, code)) return "ours";
  return blamesAddress(failure, phase, { code, enhancedCode }) ? "address" : "policy";
}

/**
 * The mailbox is full (RFC 3463 §3.3): it is there, and may have room tomorrow. A bare 552 before the body is to be read as a
 * 452 (RFC 5321 §4.5.3.1.10).
 */
function isFull(code: number, enhancedCode: string | null, phase: Phase): boolean {
  return enhancedCode === "5.2.2" || (code === 552 && enhancedCode === null && phase === "envelope");
}

/**
 * At MAIL FROM it is the sender, ourselves, that is refused (RFC 5321 §3.3); 500, 502, 503 and 504 are a session out of step,
 * and 530 and 535 ask for a login (RFC 4954 §6).
 */
function isOurFault(command: string | undefined, code: number): boolean {
  return command === "MAIL FROM" || [500, 502, 503, 504, 530, 535].includes(code);
}

/**
 * Only who says that the address does not exist blames it: by 5.1.x or 5.2.1 (RFC 3463 §3.2, §3.3), or at RCPT TO by a bare 550,
 * 551, 553 or 501 whose words speak of nothing else. 5.1.7 and 5.1.8 are about the sender.
 */
function blamesAddress({ command, response = "" }: SmtpFailure, phase: Phase, { code, enhancedCode }: Codes): boolean {
  if (enhancedCode && !enhancedCode.startsWith("5.0.")) return /^5\.(?:1\.(?![78]$)\d+|2\.1)$/.test(enhancedCode);
  const atAddress = phase === "envelope" && command === "RCPT TO" && [501, 550, 551, 553].includes(code ?? 0);
  return atAddress && !ofPolicy.test(response);
}

/** Words by which servers that give no telling code refuse somebody for who they are. */
export const ofPolicy =
  /relay|spam|blocked|black ?list|block ?list|policy|denied|spf|dkim|dmarc|authenticat|reputation|\brate\b/i;

/** None when the lines of a reply disagree (RFC 5321 §4.2.1), or when it does not begin as a reply does. */
function codesOf(response: string): Codes {
  const lines = response.split(/\r?\n/);
  const [, digits, enhanced] = /^(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?=\s|$)|[ -]|$)/.exec(lines[0] ?? "") ?? [];
  if (!digits || !lines.every((line) => line.startsWith(digits))) return { code: null, enhancedCode: null };
  return { code: Number(digits), enhancedCode: enhanced ?? null };
}
