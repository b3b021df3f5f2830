import { describe, expect, test } from "vitest";
import type { Became } from "@/lib/recipients/became";
import { type KeptRecipient, returningList } from "@/lib/recipients/returning-list";

const row = (id: string, more: Partial<KeptRecipient> = {}): KeptRecipient => ({
  id,
  name: `Office ${id}`,
  role: "to",
  letterLimit: null,
  ...more,
});

/** Everybody is who they were, but for what is said here. */
function became(ids: string[], changed: Record<string, Partial<Became> | null> = {}): Map<string, Became> {
  return new Map(
    ids.flatMap((id): [string, Became][] => {
      const change = changed[id];
      return change === null ? [] : [[id, { id, name: `Office ${id}`, doNotContact: false, ...change }]];
    }),
  );
}

const nobody = new Set<string>();

describe("an earlier list of recipients", () => {
  test("comes back in its order, with its parts and limits", () => {
    const rows = [row("b", { role: "copy" }), row("a", { letterLimit: 900 })];
    expect(returningList(rows, became(["a", "b"]), nobody)).toEqual({ list: rows, notBack: [] });
  });

  test("leaves out who was removed and who is not to be contacted, and says so", () => {
    const rows = [row("a"), row("gone"), row("silent")];
    const now = became(["a", "gone", "silent"], { gone: null, silent: { doNotContact: true } });
    expect(returningList(rows, now, nobody)).toEqual({
      list: [row("a")],
      notBack: [
        { name: "Office gone", why: "gone" },
        { name: "Office silent", why: "do-not-contact" },
      ],
    });
  });

  test("keeps who is in the campaign now, also if nobody is to contact them", () => {
    const now = became(["a"], { a: { doNotContact: true } });
    expect(returningList([row("a")], now, new Set(["a"]))).toEqual({ list: [row("a")], notBack: [] });
  });

  test("gives the place of one that was merged to the one that stayed, which has one of its own before another", () => {
    const merged = { a: { id: "b", name: "Office b" } };
    const note = { name: "Office a", why: "merged", into: "Office b" };
    expect(returningList([row("a", { letterLimit: 5 }), row("c")], became(["a", "c"], merged), nobody)).toEqual({
      list: [row("b", { letterLimit: 5 }), row("c")],
      notBack: [note],
    });
    const both = [row("a", { letterLimit: 5 }), row("c"), row("b", { role: "copy" })];
    expect(returningList(both, became(["a", "b", "c"], merged), nobody)).toEqual({
      list: [row("c"), row("b")],
      notBack: [note],
    });
  });

  test("does not bring one back through another that is not to be contacted", () => {
    const now = became(["a"], { a: { id: "b", name: "Office b", doNotContact: true } });
    expect(returningList([row("a")], now, nobody)).toEqual({
      list: [],
      notBack: [{ name: "Office a", why: "do-not-contact" }],
    });
  });
});
