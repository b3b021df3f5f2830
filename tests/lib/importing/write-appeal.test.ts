import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "@/lib/importing/columns";
import { type AppealContent, contentOf } from "@/lib/importing/content";
import { readAppeal } from "@/lib/importing/read-appeal";
import { readDocument } from "@/lib/importing/read-document";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";
import { writeAppeal } from "@/lib/importing/write-appeal";
import { aloneAppeal, anyAppeal } from "@/tests/lib/importing/appeals";

async function readBack(text: string): Promise<AppealContent> {
  const { draft } = await readAppeal(Buffer.from(text));
  return contentOf(draft);
}

const quoted = (text: string, mark: string) => mark + text.replaceAll("\n", `\n${mark}`);
const footer = "_______________________________________________\nActs mailing list\nacts@lists.example.org\n";

test("200 appeals come back as they were, field for field", async () => {
  await fc.assert(
    fc.asyncProperty(anyAppeal, async (appeal) => {
      expect(await readBack(writeAppeal(appeal))).toEqual(appeal);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("200 appeals come back from what mailing lists make of them", async () => {
  await fc.assert(
    fc.asyncProperty(anyAppeal, fc.constantFrom("> ", "> > > ", ">>>", ">> > ", "  "), async (appeal, mark) => {
      const text = writeAppeal(appeal).replaceAll("\nFrom ", "\n>From ");
      const sent = `${quoted(text, mark)}\n${footer}`.replaceAll("\n", "  \r\n");
      expect(await readBack(sent)).toEqual(appeal);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test.each(globSync("tests/fixtures/appeals/*.txt"))("what is understood of %s comes back", async (file) => {
  const { text, headers } = await readDocument(readFileSync(file));
  const appeal = contentOf(understand(toLines(text), headers));
  expect(await readBack(writeAppeal(appeal))).toEqual(appeal);
});

test("a mark of the order of bytes at the ends of a value is none of it", async () => {
  const marked = writeAppeal({
    ...aloneAppeal,
    title: `\ufeff${aloneAppeal.title}\ufeff`,
    reference: "\ufeffHW 1/2031",
  });
  expect(await readBack(marked)).toEqual({ ...aloneAppeal, reference: "HW 1/2031" });
});

test("no line is wider than 72 columns, but for links and addresses that have to stay whole", () => {
  fc.assert(
    fc.property(anyAppeal, (appeal) => {
      const wide = writeAppeal(appeal)
        .split("\n")
        .filter((line) => columnsOf(line) > 72);
      expect(wide.filter((line) => !/^(?:\s*|\* |[^:]+: )\S+$/u.test(line) || !/:\/\/|@/.test(line))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
