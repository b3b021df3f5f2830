import { expect, test } from "vitest";
import { embedChoiceSchema, embedSchema, hostOf, themeNamed } from "@/lib/embeds/schema";

test.each([
  ["www.example.org", "www.example.org"],
  ["https://www.Example.org/page?x=1", "www.example.org"],
  ["*.example.org", "*.example.org"],
  ["https://*.example.org", "*.example.org"],
  ["localhost:8080", "localhost:8080"],
  ["127.0.0.1:8080", "127.0.0.1:8080"],
  ["مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"],
  ["*", null],
  ["*.org", null],
  ["*.127.0.0.1", null],
  ["org", null],
  ["'self'", null],
  ["example.org;script-src", null],
  ["user:word@example.org", null],
  ["https:", null],
  ["javascript:alert(1)", null],
  ["[::1]", null],
])("%s is the site %s", (line, host) => expect(hostOf(line)).toBe(host));

test("each site stands once, and one that is none is said", () => {
  expect(embedSchema.parse({ hosts: "a.example\r\nhttps://a.example/x, *.b.example\n" }).hosts).toEqual([
    "a.example",
    "*.b.example",
  ]);
  expect(embedSchema.parse({}).hosts).toEqual([]);
  expect(embedSchema.safeParse({ hosts: "a.example\n*" }).error?.issues[0]?.message).toBe("host");
  const many = Array.from({ length: 101 }, (_, at) => `a${at}.example`).join("\n");
  expect(embedSchema.safeParse({ hosts: many }).error?.issues[0]?.message).toBe("too-many");
});

test("what is chosen for the code never breaks it", () => {
  expect(embedChoiceSchema.parse({ locale: "ar", theme: "moss", partner: "Amnesty NL!" })).toEqual({
    locale: "ar",
    theme: "moss",
    partner: "amnesty-nl",
  });
  expect(embedChoiceSchema.parse({ locale: "xx", theme: "pink", partner: 1 })).toEqual({
    locale: "",
    theme: "",
    partner: "",
  });
  expect(themeNamed("pink")).toBe("wax");
});
