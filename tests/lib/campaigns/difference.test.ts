import { describe, expect, test } from "vitest";
import { difference } from "@/lib/campaigns/difference";

describe("a difference", () => {
  test("is shown in whole words between what stayed", () => {
    expect(difference("Free him now", "Free them now")).toEqual({
      lead: "Free ",
      was: "him ",
      is: "them ",
      tail: "now",
    });
    expect(difference("", "New")).toEqual({ lead: "", was: "", is: "New", tail: "" });
    expect(difference("Old", "")).toEqual({ lead: "", was: "Old", is: "", tail: "" });
  });

  test("does not count a repeated word twice", () => {
    expect(difference("no no no", "no no")).toEqual({ lead: "no ", was: "no ", is: "", tail: "no" });
  });

  test("leaves out all but a few words of what stayed, and nothing of what changed", () => {
    const long = Array.from({ length: 3000 }, (_, at) => `word${at}`).join(" ");
    const found = difference(`${long} was ${long}`, `${long} is ${long}`);
    expect(found.lead).toMatch(/^… .*word2999 $/);
    expect(found.tail).toMatch(/^word0 .* …$/);
    expect(found).toMatchObject({ was: "was ", is: "is " });
    expect(found.lead.length + found.tail.length).toBeLessThan(300);
  });
});
