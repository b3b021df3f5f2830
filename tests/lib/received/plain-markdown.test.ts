import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Prose } from "@/components/ui/prose";
import { maskNames, mentions } from "@/lib/cases/mask";
import { plainMarkdown } from "@/lib/received/plain-markdown";

const drawn = (text: string) => renderToStaticMarkup(createElement(Prose, { text: plainMarkdown(text) }));

/** The tags in what is drawn: paragraphs are all there may be. */
const tags = (html: string) => [...new Set(html.match(/<\/?[a-z]+/g))].filter((tag) => !/^<\/?(?:p|div)$/.test(tag));

test.each([
  "# Heading",
  "> quoted",
  "- one\n- two",
  "1. one\n2) two",
  "2031. He was seen",
  "    code",
  "```\ncode\n```",
  "~~~\ncode",
  "title\n===",
  "title\n---",
  "***",
  "a **bold** and _soft_ and __loud__ word",
  "[a link](https://evil.test) ![a picture](https://evil.test/x.png)",
  "[one]: https://evil.test\n\n[one]",
  "<script>alert(1)</script> <b>bold</b> <https://evil.test> <!-- gone -->",
  "`code` and \\* a backslash",
])("%j is drawn as it stands", (text) => {
  expect(tags(drawn(text))).toEqual([]);
});

test("every sign stays, also what looks like an entity", () => {
  const text = "a_b@c.test, 5 * 3 < 20 & co. &lt;b&gt; [..] 1) 2. #3 \\ `x`";
  const shown = drawn(text)
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  expect(shown).toBe(text);
});

test("whatever is pasted, nothing of it is drawn as markup", () => {
  const sign = fc.constantFrom(..."abc 1.#>-+*_`~[]()<>!=&;:/\\\n\t|".split(""));
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const html = drawn(signs.join(""));
      return tags(html).length === 0;
    }),
    { numRuns: 2000 },
  );
});

const names = ["Kim Chul-soo", "Sha`ban [Omar]"];

test.each([
  "*KIM* Chul-soo",
  "**KIM** *Chul-soo*",
  "_KIM_ Chul-soo",
  "__Kim__ _Chul_-_soo_",
  "KIM *Chul*-*soo*",
  "Kim\nChul-\nsoo",
  "*KIM*\n*Chul-soo*",
  "- KIM\n- Chul-soo",
  "`Kim` Chul-soo",
  "Kim\\Chul-soo",
  "Kim \\* Chul-soo",
  "~~Kim~~ Chul-soo",
  "Sha`ban [Omar]",
])("a name in %j is seen and masked although its signs are escaped", (text) => {
  const stored = plainMarkdown(`They took ${text} away.`);
  expect(mentions(stored, names)).toBe(true);
  const masked = maskNames(stored, { hidden: names, shown: [] }, "N. N.");
  const html = renderToStaticMarkup(createElement(Prose, { text: masked }));
  expect(html).toContain("N. N.");
  expect(html).not.toMatch(/kim|chul|soo|ban|omar/i);
  expect(tags(html)).toEqual([]);
});

test("what stands around a masked name keeps its backslashes", () => {
  const masked = maskNames(plainMarkdown("*KIM* was seen, *Kim*'s son too"), { hidden: ["Kim"], shown: [] }, "N.");
  expect(masked).toBe(String.raw`\*N.\* was seen, \*N.\*'s son too`);
});
