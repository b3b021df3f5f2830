import { expect, test } from "vitest";
import { framedAddress } from "@/lib/embeds/address";
import { embedAddress, embedCode } from "@/lib/embeds/code";

test.each([
  ["/en/appeals/x", "/en/embed/x?theme=moss"],
  ["/en/appeals/x/sent", "/en/embed/x/sent?theme=moss"],
  ["/ar/check/token", "/ar/embed/x/check/token?theme=moss"],
  ["/en/check/token?change=1", "/en/embed/x/check/token?theme=moss&change=1"],
  ["/en/appeals/other", "/en/appeals/other"],
  ["/en/appeals/x/text", "/en/appeals/x/text"],
  ["/en/mine/token", "/en/mine/token"],
  ["/en/confirm/token", "/en/confirm/token"],
  ["/en", "/en"],
])("in a frame %s is %s", (address, framed) =>
  expect(framedAddress(address, { slug: "x", query: "?theme=moss" })).toBe(framed),
);

test("without anything asked for, an address stays bare", () =>
  expect(framedAddress("/en/check/token", { slug: "x", query: "" })).toBe("/en/embed/x/check/token"));

test("the code names the frame, the colour and the partner, and escapes what it says", () => {
  const origin = "https://appeals.example.org";
  const address = embedAddress(origin, "x", { locale: "", theme: "moss", partner: "amnesty-nl" });
  expect(address).toBe("https://appeals.example.org/embed/x?theme=moss&via=amnesty-nl");
  expect(embedAddress(origin, "x", { locale: "ar", theme: "", partner: "" })).toBe(`${origin}/ar/embed/x`);
  const code = embedCode({ origin, address, title: 'Free "him" <now> & here', height: 900 });
  expect(code).toContain('title="Free &quot;him&quot; &lt;now> &amp; here"');
  expect(code).toContain('src="https://appeals.example.org/embed/x?theme=moss&amp;via=amnesty-nl"');
});
