import { describe, expect, test } from "vitest";
import { isInPieces, stripRuntime } from "@/lib/door/strip";

describe("stripRuntime", () => {
  test.each([
    '<script>self.__next_f.push([1,"<b>"])</script>',
    '<script src="/_next/a.js" async=""></script>',
    '<SCRIPT ASYNC id="x>y" src=/_next/a.js ></ScRiPt >',
    "<script\nnomodule\n></script\n>",
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>',
    '<link href="/a.js" AS=script rel=preload>',
    "<link as='script' rel='prefetch' href='/a.js'/>",
    '<link rel="modulepreload" href="/a.js"/>',
    '<link rel="expect" href="#_R_" blocking="render"/>',
    '<template id="_R_"></template>',
    "<!--$--><!--/$--><!-- -->",
    '<div hidden=""><!--$--><!--/$--></div>',
  ])("takes out %s", (html) => expect(stripRuntime(`<p>a</p>${html}<p>b</p>`)).toBe("<p>a</p><p>b</p>"));

  test.each([
    '<script type="module" src="/own.js" data-own=""></script>',
    "<script data-own src=/own.js></script>",
    '<script type="application/ld+json">{"a":"<!-- b -->"}</script>',
    '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>',
    '<link rel="preload" as="font" href="/fonts/a.woff2" crossorigin=""/>',
    '<link rel="canonical" href="/en"/>',
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- x --&gt;</p>",
    '<p title="<script>a</script>">a</p>',
    "<p title='<!-- a -->' data-x=\"<link rel=preload as=script>\">a</p>",
    '<textarea name="a">&lt;/textarea>\n <script>kept: this is text</script></textarea>',
    "<title>a <!-- b --></title>",
    "<p>1 < 2 and 3 > 2</p>",
    '<template id="row"></template>',
    "<scripture>a</scripture>",
  ])("leaves %s", (html) => expect(stripRuntime(html)).toBe(html));

  test("copes with what never ends", () => {
    expect(stripRuntime("<p>a</p><script>b")).toBe("<p>a</p><script>b");
    const started = performance.now();
    stripRuntime(`${'<a b="'.repeat(2000)}${"<!--".repeat(2000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("notices a page that was streamed in pieces", () => {
  expect(isInPieces('<!--$?--><template id="B:0"></template>')).toBe(true);
  expect(isInPieces("<p>B:0</p>")).toBe(false);
});
