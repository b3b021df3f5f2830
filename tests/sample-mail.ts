import type { Mime } from "@/lib/delivery/mime";

/** A short letter, as it is before it becomes bytes. */
export const sampleMail: Mime = {
  from: { name: "Ann Example", address: "letters@appeals.test" },
  to: { name: "Minister", address: "minister@mfa.example.org" },
  replyTo: { name: "Ann Example", address: "ann@signers.test" },
  subject: "Please",
  text: "Your Excellency,\n\nplease.",
  language: "en",
  messageId: "one@appeals.test",
  date: new Date("2026-11-24T03:00:00Z"),
  autoSubmitted: "no",
};
