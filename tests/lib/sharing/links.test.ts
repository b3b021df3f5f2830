import { expect, test } from "vitest";
import { appealAddress, shortAddress } from "@/lib/sharing/address";
import { readInstance } from "@/lib/sharing/instance";
import { mastodonLink, shareLinks } from "@/lib/sharing/links";

const request = "Ask that he isn’t sent back & that (all) 19 may leave: 100 %";
const address = "https://appeals.example.org/en/appeals/a-man?via=amnesty-nl";
const hrefs = (shared = { request, address }) =>
  Object.fromEntries(shareLinks(shared).map(({ target, href }) => [target, new URL(href)]));

test("each link carries the request and the address, whole, and nothing else", () => {
  const { email, whatsapp, telegram, bluesky, x } = hrefs();
  expect(Object.fromEntries(telegram?.searchParams ?? [])).toEqual({ url: address, text: request });
  expect(Object.fromEntries(x?.searchParams ?? [])).toEqual({ url: address, text: request });
  expect(Object.fromEntries(whatsapp?.searchParams ?? [])).toEqual({ text: `${request}\n${address}` });
  expect(Object.fromEntries(bluesky?.searchParams ?? [])).toEqual({ text: `${request}\n${address}` });
  expect(Object.fromEntries(email?.searchParams ?? [])).toEqual({ subject: request, body: `${request}\r\n${address}` });
  expect(mastodonLink("mastodon.example", { request, address })).toBe(
    `https://mastodon.example/share?text=${encodeURIComponent(`${request}\n${address}`).replaceAll("(", "%28").replaceAll(")", "%29")}`,
  );
});

test("no sign of a request gets out of its place", () => {
  for (const { href } of shareLinks({ request: "a&url=b#c+d\r\nBcc: x@y.example", address })) {
    expect(href).not.toMatch(/[\s#+]|&url=b/);
    expect(href).toContain("%26url%3Db%23c%2Bd%0D%0ABcc");
  }
});

test("what has a limit is cut at a word, and its address stays whole", () => {
  const long = "Release her and let her see a doctor. ".repeat(12).trim();
  const { bluesky, x } = hrefs({ request: long, address });
  const post = bluesky?.searchParams.get("text") ?? "";
  expect(post.length).toBeLessThanOrEqual(300);
  expect(post.endsWith(` …\n${address}`)).toBe(true);
  expect((x?.searchParams.get("text") ?? "").length).toBeLessThanOrEqual(256);
});

test("a sign of Chinese or Korean counts twice on X", () => {
  const { x } = hrefs({ request: "请释放他。".repeat(40), address });
  const text = x?.searchParams.get("text") ?? "";
  expect(text.length).toBeLessThanOrEqual(128);
  expect(text.endsWith(" …")).toBe(true);
});

test("addresses keep the partner, and are short for paper", () => {
  expect(appealAddress("a-man", "ar", "amnesty-nl")).toBe("http://appeals.test/ar/appeals/a-man?via=amnesty-nl");
  expect(appealAddress("a-man", "ar")).toBe("http://appeals.test/ar/appeals/a-man");
  expect(shortAddress("a-man")).toBe("http://appeals.test/appeals/a-man");
});

test.each([
  ["mastodon.social", "mastodon.social"],
  [" Mastodon.Social ", "mastodon.social"],
  ["https://mastodon.social/@me", "mastodon.social"],
  ["@me@mastodon.social", "mastodon.social"],
  ["me@mastodon.social", "mastodon.social"],
  ["bücher.example", "xn--bcher-kva.example"],
])("the server in %j is %s", (typed, host) => expect(readInstance(typed)).toBe(host));

test.each([
  "",
  "mastodon",
  "localhost",
  "127.0.0.1",
  "0x7f.1",
  "[::1]",
  "mastodon.social:8080",
  "javascript:alert(1)",
  "a b.example",
  "https://",
  "x".repeat(300),
  `${"a.".repeat(130)}example`,
])("there is no server in %j", (typed) => expect(readInstance(typed)).toBeNull());
