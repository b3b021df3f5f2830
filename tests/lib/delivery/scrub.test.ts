import { expect, test } from "vitest";
import { scrubResponse } from "@/lib/delivery/scrub";

test.each([
  ["550 5.1.1 <minister@mfa.example.org>: no such user", "550 5.1.1 <address>: no such user"],
  ["550 no mailbox for Ann.O+x@example.org here", "550 no mailbox for <address> here"],
  ["250 2.0.0 Ok: queued as 4XyZ81abcDEF00Qkr9", "250 2.0.0 Ok: queued as …"],
  ["see https://example.org/why?id=0123456789abcdef0123 please", "see https://example.org/why?… please"],
  ["450-4.2.0 first\r\n450 4.2.0 second\u0000", "450-4.2.0 first 450 4.2.0 second"],
  ["550 administratively-prohibited", "550 administratively-prohibited"],
])("%j", (response, kept) => {
  expect(scrubResponse(response)).toBe(kept);
});

test("keeps no more than 300 characters", () => {
  expect(scrubResponse("no ".repeat(500))).toHaveLength(300);
});
