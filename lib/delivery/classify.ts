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

type Codes = Pick<Outcome, "code" | "enhancedCode">;

function kindOf({ code: what, command }: SmtpFailure, phase: Phase, { code, enhancedCode }: Codes): OutcomeKind {
  if (phase === "connecting" || what === "EAUTH") return "ours";
  const refusal = refusalOf(code);
  // RFC 5321 §3.3: at MAIL FROM it is the sender, ourselves, that is refused; 503 is a session out of step, and 530 and
  // 535 ask for a login (RFC 4954 §6).
  const ourFault = command === "MAIL FROM" || code === 503 || code === 530 || code === 535;
  if (refusal === "address" && phase === "envelope" && ourFault) return "ours";
  if (refusal === "address" && isPolicy(phase, enhancedCode)) return "policy";
  return refusal ?? (phase === "body" ? "ambiguous" : "ours");
}

/** After the dot a server refuses what it has read, unless it says that it is the address after all. */
function isPolicy(phase: Phase, enhancedCode: string | null): boolean {
  return enhancedCode?.startsWith("5.7.") || (phase === "body" && !enhancedCode?.startsWith("5.1."));
}

function refusalOf(code: number | null): "temporary" | "address" | null {
  if (code === null) return null;
  if (code >= 400 && code < 500) return "temporary";
  return code >= 500 && code < 600 ? "address" : null;
}

function codesOf(response: string): Pick<Outcome, "code" | "enhancedCode"> {
  const [, code, enhanced] = /^(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?=\s|$))?/.exec(response) ?? [];
  return { code: code ? Number(code) : null, enhancedCode: enhanced ?? null };
}
