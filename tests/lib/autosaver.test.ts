import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type AutosaveAnswer,
  Autosaver,
  type AutosaveStatus,
  type Fields,
  type Steps,
} from "@/components/desk/autosaver";

let typed: Fields;
let sent: Fields[];
let shown: AutosaveStatus;
let steps: Steps;
let marked: Fields;
let settled: Fields[];
let answer: (fields: Fields) => Promise<AutosaveAnswer>;
let saver: Autosaver;

beforeEach(() => {
  vi.useFakeTimers();
  typed = { title: "Old", body: "" };
  [sent, settled, marked] = [[], [], {}];
  answer = async () => ({ saved: true, seen: `mark ${sent.length}`, at: "2026-01-01T10:42:00Z" });
  saver = new Autosaver(
    {
      read: () => ({ ...typed }),
      write: (fields) => {
        typed = { ...fields };
        saver.changed();
      },
      check: (fields): Fields => (fields.title ? {} : { title: "required" }),
      mark: (errors) => (marked = errors),
      send: async (fields) => {
        sent.push(fields);
        return answer(fields);
      },
      settle: (fields) => settled.push(fields),
      show: (status, can) => {
        shown = status;
        steps = can;
      },
    },
    { ...typed },
  );
});

afterEach(() => vi.useRealTimers());

function type(fields: Fields): void {
  typed = { ...typed, ...fields };
  saver.changed();
}

async function rest(ms = 1500): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

describe("saving by itself", () => {
  test("waits until typing stops, and saves once", async () => {
    type({ body: "a" });
    await rest(1000);
    type({ body: "ab" });
    await rest(1000);
    expect(sent).toEqual([]);
    expect(shown.kind).toBe("waiting");
    await rest(500);
    expect(sent).toEqual([{ title: "Old", body: "ab" }]);
    expect(shown).toMatchObject({ kind: "saved", at: "2026-01-01T10:42:00Z", partly: false });
    await rest(60_000);
    expect(sent).toHaveLength(1);
  });

  test("sends one request at a time, and what was typed meanwhile after it", async () => {
    const gates: ((answer: AutosaveAnswer) => void)[] = [];
    answer = () => new Promise((resolve) => gates.push(resolve));
    type({ body: "one" });
    await rest();
    type({ body: "two" });
    await rest(10_000);
    expect(sent).toHaveLength(1);
    gates[0]?.({ saved: true, seen: "1" });
    await rest();
    expect(sent.map(({ body }) => body)).toEqual(["one", "two"]);
    gates[1]?.({ saved: true, seen: "2" });
    await rest(0);
    expect(settled.map(({ body }) => body)).toEqual(["one", "two"]);
  });

  test("says that nobody answers, and tries again until somebody does", async () => {
    answer = async () => {
      throw new TypeError("Failed to fetch");
    };
    type({ body: "kept" });
    await rest();
    expect(shown.kind).toBe("offline");
    await rest(5000);
    expect(sent).toHaveLength(2);
    answer = async () => ({ saved: true, seen: "1" });
    await rest(5000);
    expect(shown.kind).toBe("saved");
  });

  test("leaves a wrong field as it is stored, marks it, and saves the others", async () => {
    type({ title: "", body: "more" });
    await rest();
    expect(sent).toEqual([{ title: "Old", body: "more" }]);
    expect(marked).toEqual({ title: "required" });
    expect(shown).toMatchObject({ kind: "saved", partly: true });
    type({ title: "New" });
    await rest();
    expect(sent.at(-1)).toEqual({ title: "New", body: "more" });
    expect(marked).toEqual({});
  });

  test("stops when it is refused, until the member has saved by hand", async () => {
    answer = async () => ({ refusal: "changed-meanwhile", values: { title: "Mine" } });
    type({ title: "Mine" });
    await rest();
    expect(shown).toMatchObject({ kind: "refused", refusal: "changed-meanwhile" });
    type({ title: "Mine too" });
    await rest(60_000);
    expect(sent).toHaveLength(1);
    answer = async () => ({ saved: true, seen: "1" });
    await saver.quiet();
    saver.back({ stored: { ...typed } });
    type({ body: "on" });
    await rest();
    expect(sent.at(-1)).toEqual({ title: "Mine too", body: "on" });
  });
});

test("a save by hand waits for the one under way, and nothing goes until it is answered", async () => {
  const gates: ((answer: AutosaveAnswer) => void)[] = [];
  answer = () => new Promise((resolve) => gates.push(resolve));
  type({ body: "one" });
  await rest();
  let free = false;
  const quiet = saver.quiet().then(() => (free = true));
  await rest(0);
  expect(free).toBe(false);
  gates[0]?.({ saved: true, seen: "1" });
  await quiet;
  type({ body: "two" });
  await rest(10_000);
  expect(sent).toHaveLength(1);
  saver.back({ stored: { title: "Old", body: "one" } });
  await rest();
  expect(sent.at(-1)).toEqual({ title: "Old", body: "two" });
});

describe("undo", () => {
  test("takes saves back one by one, and redo brings them again; each is saved", async () => {
    type({ title: "One" });
    await rest();
    type({ title: "Two" });
    await rest();
    await saver.undo();
    expect(typed.title).toBe("One");
    await saver.undo();
    expect(typed.title).toBe("Old");
    expect(steps).toEqual({ undo: false, redo: true });
    await saver.redo();
    await saver.redo();
    expect(typed.title).toBe("Two");
    expect(steps).toEqual({ undo: true, redo: false });
    expect(sent.map(({ title }) => title)).toEqual(["One", "Two", "One", "Old", "One", "Two"]);
    await rest(60_000);
    expect(sent).toHaveLength(6);
  });

  test("takes back first what was not saved yet, and forgets nothing of it", async () => {
    type({ title: "One" });
    await rest();
    type({ title: "Half a" });
    await saver.undo();
    expect(typed.title).toBe("One");
    expect(sent).toHaveLength(1);
    await saver.redo();
    expect(typed.title).toBe("Half a");
    expect(sent.at(-1)?.title).toBe("Half a");
  });

  test("of what nobody answers is tried again like any save", async () => {
    type({ title: "One" });
    await rest();
    answer = async () => {
      throw new TypeError("Failed to fetch");
    };
    await saver.undo();
    expect(shown.kind).toBe("offline");
    answer = async () => ({ saved: true, seen: "1" });
    await rest(5000);
    expect(typed.title).toBe("Old");
    expect(sent.at(-1)?.title).toBe("Old");
  });
});
