import { describe, expect, test } from "vitest";
import { acceptedOutcome, classify, type OutcomeKind, type Phase, type SmtpFailure } from "@/lib/delivery/classify";

type Row = [
  what: string,
  failure: SmtpFailure,
  phase: Phase,
  kind: OutcomeKind,
  code: number | null,
  enhanced: string | null,
];

const rows: Row[] = [
  ["nobody listens", { code: "ESOCKET" }, "connecting", "ours", null, null],
  ["name unknown", { code: "EDNS" }, "connecting", "ours", null, null],
  ["greeting 421", { code: "EPROTOCOL", response: "421 4.3.2 closing" }, "connecting", "ours", 421, "4.3.2"],
  ["greeting 554", { code: "EPROTOCOL", response: "554 go away" }, "connecting", "ours", 554, null],
  ["no STARTTLS", { code: "ETLS", response: "500 what" }, "connecting", "ours", 500, null],
  ["login refused", { code: "EAUTH", response: "535 5.7.8 no" }, "connecting", "ours", 535, "5.7.8"],
  [
    "MAIL FROM 4xx",
    { code: "EENVELOPE", command: "MAIL FROM", response: "451 4.7.1 later" },
    "envelope",
    "temporary",
    451,
    "4.7.1",
  ],
  [
    "MAIL FROM 5xx",
    { code: "EENVELOPE", command: "MAIL FROM", response: "550 5.7.1 not you" },
    "envelope",
    "ours",
    550,
    "5.7.1",
  ],
  [
    "RCPT 450",
    { code: "EENVELOPE", command: "RCPT TO", response: "450 4.2.0 greylisted" },
    "envelope",
    "temporary",
    450,
    "4.2.0",
  ],
  [
    "RCPT 550",
    { code: "EENVELOPE", command: "RCPT TO", response: "550 5.1.1 no such user" },
    "envelope",
    "address",
    550,
    "5.1.1",
  ],
  [
    "RCPT 552",
    { code: "EENVELOPE", command: "RCPT TO", response: "552 5.2.2 full" },
    "envelope",
    "temporary",
    552,
    "5.2.2",
  ],
  [
    "session out of step",
    { code: "EENVELOPE", command: "RCPT TO", response: "503 bad sequence" },
    "envelope",
    "ours",
    503,
    null,
  ],
  [
    "DATA 452",
    { code: "EENVELOPE", command: "DATA", response: "452 4.3.1 no room" },
    "envelope",
    "temporary",
    452,
    "4.3.1",
  ],
  ["drop before the body", { code: "ECONNECTION", command: "CONN" }, "envelope", "ours", null, null],
  ["421 before the body", { code: "ECONNECTION", response: "421 4.4.2 bye" }, "envelope", "temporary", 421, "4.4.2"],
  ["drop in the body", { code: "ECONNECTION", command: "CONN" }, "body", "ambiguous", null, null],
  ["silence after the dot", { code: "ETIMEDOUT", command: "CONN" }, "body", "ambiguous", null, null],
  ["dot 451", { code: "EMESSAGE", response: "451 4.3.0 later" }, "body", "temporary", 451, "4.3.0"],
  [
    "RCPT relay denied",
    { code: "EENVELOPE", command: "RCPT TO", response: "550 5.7.1 relay denied" },
    "envelope",
    "policy",
    550,
    "5.7.1",
  ],
  [
    "RCPT asks for a login",
    { code: "EENVELOPE", command: "RCPT TO", response: "530 5.7.0 login first" },
    "envelope",
    "ours",
    530,
    "5.7.0",
  ],
  ["dot 554", { code: "EMESSAGE", response: "554 5.7.1 spam" }, "body", "policy", 554, "5.7.1"],
  ["dot 554 alone", { code: "EMESSAGE", response: "554 rejected" }, "body", "policy", 554, null],
  ["dot 550 5.1.1", { code: "EMESSAGE", response: "550 5.1.1 no such user" }, "body", "address", 550, "5.1.1"],
  ["many lines", { code: "EMESSAGE", response: "550-5.7.1 one\n550 5.7.1 two" }, "body", "policy", 550, "5.7.1"],
  ["a code that is none", { code: "EMESSAGE", response: "999 odd" }, "body", "ambiguous", 999, null],
  ["a 354 where 250 should be", { code: "EMESSAGE", response: "354 go on" }, "body", "ambiguous", 354, null],
  ["words only", { code: "EPROTOCOL", response: "hello" }, "envelope", "ours", null, null],
];

describe("what a failure means", () => {
  test.each(rows)("%s", (_what, failure, phase, kind, code, enhancedCode) => {
    expect(classify(failure, phase)).toMatchObject({ kind, code, enhancedCode });
  });

  test("the server's word", () => {
    const outcome = acceptedOutcome("250 2.0.0 Ok: queued");
    expect(outcome).toEqual({ kind: "accepted", code: 250, enhancedCode: "2.0.0", response: "250 2.0.0 Ok: queued" });
  });
});
