import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readParagraph, writeParagraph } from "@/lib/importing/appeal-text/paragraph";
import { wordsOf } from "@/lib/importing/appeal-text/words";
import { contentOf } from "@/lib/importing/content";
import { readOwnFormat } from "@/lib/importing/recognise/own-format";
import { draftSchema } from "@/lib/importing/schema";
import { nobody, writeAppeal } from "@/lib/importing/write-appeal";
import { locales } from "@/lib/locales";
import { aloneAppeal, anyAppeal } from "@/tests/lib/importing/appeals";

const text = writeAppeal(aloneAppeal, {
  ...nobody,
  organisation: "Example Rights Desk",
  contact: "desk@example.org",
  page: "https://desk.example.org/appeals/one",
});
const contentIn = (whole: string) => {
  const draft = readOwnFormat(whole);
  return draft && contentOf(draft);
};

describe("what is added on the way", () => {
  test("the sender's own contact and links are nobody's the letters go to", () => {
    expect(JSON.stringify(readOwnFormat(text))).not.toContain("desk@example.org");
    expect(contentIn(text)).toEqual(aloneAppeal);
  });

  test("a note above it is the note, without what mail programs put there", () => {
    const quoted = text.replace(/^/gm, "> ");
    const forwarded = `Dear all,\n\nplease write today.\n\n---------- Forwarded message ----------\nFrom: A <a@example.org>\nSubject: Fwd: [acts] appeal\n\nOn Monday A wrote:\n${quoted}`;
    expect(contentIn(forwarded)).toEqual({ ...aloneAppeal, note: "Dear all,\n\nplease write today." });
  });

  test("empty lines between all lines, as some archives make, are none of it", () => {
    expect(contentIn(text.replaceAll("\n", "\n\n"))).toEqual(aloneAppeal);
  });

  test("a list's footer is nothing of it, also where it looks like more of it", () => {
    expect(contentIn(`${text}\nWrite before: 2001-01-01\n=== Write to ===\n\nOffice: list owner\n`)).toEqual(
      aloneAppeal,
    );
  });
});

describe("what is not ours", () => {
  test.each([
    "",
    "=== STOP ===",
    "URGENT APPEAL\n\nDear friends",
    "=== URGENT APPEAL ===\n\nDear friends,\nplease write.",
  ])("%j", (other) => {
    expect(readOwnFormat(other)).toBeNull();
  });

  test("a text that was read in another encoding is left to be repaired", () => {
    const mangled = Buffer.from(text).toString("latin1");
    expect(readOwnFormat(mangled)).toBeNull();
  });
});

test("every field is traced to the lines it stands on", () => {
  const draft = readOwnFormat(text);
  const lines = text.split("\n");
  const at = (numbers: number[] = []) => numbers.map((number) => lines[number - 1]).join("\n");
  expect(at(draft?.traces["dates.deadline"]?.lines)).toContain("2026-06-30");
  expect(at(draft?.traces.title?.lines)).toBe(aloneAppeal.title);
  expect(at(draft?.traces.kind?.lines)).toBe("=== URGENT APPEAL ===");
  expect(at(draft?.requests[0]?.lines)).toMatch(/^\* Tell his family/);
  expect(at(draft?.recipients[0]?.addresses[0]?.lines)).toContain("minister@example.org");
  expect(at(draft?.letter?.lines)).toMatch(/^Subject: /);
});

test("whatever happens to a text, it is read as a draft or as none of ours", () => {
  const damage = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.string({ maxLength: 8 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(anyAppeal, damage, (appeal, blows) => {
      let whole = writeAppeal(appeal);
      for (const { at, cut, put } of blows) {
        const from = at % whole.length;
        whole = whole.slice(0, from) + put + whole.slice(from + cut);
      }
      const draft = readOwnFormat(whole);
      if (draft) draftSchema.parse(draft);
    }),
    { numRuns: 200 },
  );
});

test("numbers keep their order between words that run from right to left", () => {
  const arabic = writeAppeal({ ...aloneAppeal, language: "ar", letter: null });
  expect(arabic).toContain("الفاكس: \u200e+44 1632 960123\u200e\n");
  expect(arabic).toContain("(\u200e2026-06-30 18:00 Asia/Shanghai\u200e)\n");
  expect(contentIn(arabic)).toEqual({ ...aloneAppeal, language: "ar", letter: null });
});

test("a paragraph of any signs comes back", () => {
  const signs = fc.string({
    unit: fc.constantFrom(...Array.from("ab \t\n|\\>*=-漢。「🙂\u0301\u00a0العر:")),
    maxLength: 200,
  });
  fc.assert(
    fc.property(signs, (paragraph) => {
      const lines = writeParagraph(paragraph, { room: 20 });
      expect(
        readParagraph(
          lines.map((line) => line.replace(/[ \t]+$/, "")),
          20,
        ),
      ).toBe(paragraph);
    }),
    { numRuns: 3000 },
  );
});

function wrapped(paragraph: string, room: number): string[] {
  return writeParagraph(paragraph, { room });
}

test("line ends of every kind are one, and signs that no text can hold are left out", () => {
  const written = writeAppeal({ ...aloneAppeal, background: "one\u2028two\r\nthree\u0007" });
  expect(contentIn(written)?.background).toBe("one\ntwo\nthree");
});

test("a paragraph is wrapped at spaces, and where a script has none between its signs", () => {
  expect(wrapped("one two three four", 9)).toEqual(["one two", "three", "four"]);
  expect(wrapped("他在黎明前，被带离家中。", 10)).toEqual(["他在黎明", "前，被带离", "家中。"]);
  expect(wrapped("see https://example.org/long/way now", 12)).toEqual(["see", "https://example.org/long/way", "now"]);
  expect(wrapped("From here on\n> not quoted", 40)).toEqual(["| From here on", "| > not quoted"]);
  expect(wrapped("123456789\n90", 11)).toEqual(["| 12345678\\", "| 9", "| 90"]);
});

test.each(["kinds", "marks", "labels", "placeholders"] as const)("no two %s are the same in any language", (part) => {
  const known = new Map<string, string>();
  for (const locale of locales) {
    for (const [key, words] of Object.entries(wordsOf(locale)[part])) {
      const same = known.get(words.toLowerCase()) ?? key;
      expect(same, `${locale} ${words}`).toBe(key);
      known.set(words.toLowerCase(), key);
      expect(words).not.toMatch(/^===|===$|^\||[\n:：]/);
      expect(words.length).toBeLessThan(40);
    }
  }
});
