import { describe, expect, test } from "vitest";
import { type InvitationContent, writeInvitation } from "@/lib/accounts/messages";
import { roles } from "@/lib/accounts/schema";

const content: InvitationContent = {
  organisation: "Asian Rights Desk",
  inviter: "Amal Haddad",
  role: "analyst",
  link: "https://appeals.example.org/desk/join/token",
  expiresAt: new Date("2027-06-30T18:05:00Z"),
};

describe("the invitation", () => {
  test("says who invites, to what, as what, until when, and what to do if it was a mistake", () => {
    const { subject, text } = writeInvitation(content);
    expect(subject).toBe("Your invitation to the desk of Asian Rights Desk");
    expect(text).toContain("Amal Haddad invites you to the desk of Asian Rights Desk, as an analyst.");
    expect(text).toContain("\nhttps://appeals.example.org/desk/join/token\n");
    expect(text).toContain("The link works once, until 30 June 2027, 18:05 UTC.");
    expect(text).toContain("If you did not expect this, ignore it.");
    expect(text.endsWith("\n\nAsian Rights Desk")).toBe(true);
  });

  test("keeps names as they are, whatever a message would make of them", () => {
    const { subject, text } = writeInvitation({ ...content, organisation: "{role} & <b>#</b>’", inviter: "{link}" });
    expect(subject).toContain("{role} & <b>#</b>’");
    expect(text).toContain("{link} invites you");
  });

  test.each(roles)("names the role %s and what it may do", (role) => {
    const { text } = writeInvitation({ ...content, role });
    expect(text).toMatch(new RegExp(`as an? ${role}\\.`));
    expect(text).not.toMatch(/roleHints|invitationMail|undefined|[{}]/);
  });
});
