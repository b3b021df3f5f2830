import { expect, test } from "vitest";
import { markdownText } from "@/lib/campaigns/markdown-text";

test.each([
  ["One line\nand its next.", "One line and its next."],
  ["# What happened\n\nHe was **taken** from his *home*.", "What happened\n\nHe was taken from his home."],
  [
    "See [the report](https://example.org/r) and <https://example.org>.",
    "See the report (https://example.org/r) and https://example.org.",
  ],
  ["- one\n- two\n  - three", "- one\n- two\n- three"],
  ["3. three\n4. four", "3. three\n4. four"],
  ["A line\\\nand a second.", "A line\nand a second."],
  ["> Quoted.\n\n---\n\n`code` and \\[name withheld\\]", "Quoted.\n\n* * *\n\ncode and [name withheld]"],
  ["![a picture](x.png)<b>bold</b> <script>x</script>", "bold x"],
  ["", ""],
])("%j is %j", (markdown, text) => {
  expect(markdownText(markdown)).toBe(text);
});
