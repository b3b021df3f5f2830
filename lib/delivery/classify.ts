import { scrubResponse } from "./scrub";

/**
 * How a try ended.
 * `ours`: our server could not be reached or would not take mail from us; the address is not blamed.
 * `ambiguous`: the body was on its way and no answer came; the letter may have arrived.
 */
export type OutcomeKind = "accepted" | "temporary" | "address" | "ours" | "ambiguous";

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
    kind: kindOf(failure, phase, codes.code),
    ...codes,
    response: scrubResponse(response || failure.code || "failed"),
  };
}

function kindOf(failure: SmtpFailure, phase: Phase, code: number | null): OutcomeKind {
  if (phase === "connecting" || failure.code === "EAUTH") return "ours";
  const refusal = refusalOf(code);
  if (phase === "body") return refusal ?? "ambiguous";
  // RFC 5321 §3.3: at MAIL FROM it is the sender, ourselves, that is refused; 503 is a session out of step.
  if (refusal === "address" && (failure.command === "MAIL FROM" || code === 503)) return "ours";
  return refusal ?? "ours";
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
