import type { APIRequestContext } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { appealPath, someone } from "./steps";
import { readTallies } from "./tallies";
import { expect, test } from "./test";
import { statusWords, words } from "./words";

const form = () => {
  const { name, email, country, ownWords } = someone();
  return { name, email, country, ownWords, body: demoAppeal.letters.en.body, disclosure: "full" };
};

for (const [path, language] of [
  ["/xx", "en"],
  ["/xx/appeals/do-not-send-him-back", "en"],
  ["/en/appeals/there-is-no-such-appeal", "en"],
  ["/ar/appeals/there-is-no-such-appeal", "ar"],
  ["/en/nothing/here", "en"],
  ["/ar/nothing", "ar"],
  ["/wp-login.php", "en"],
] as const) {
  test(`${path} is answered with 404 and a page that leads on`, async ({ page }) => {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(statusWords(language)("codes.404.title"));
    await page.getByRole("link", { name: statusWords(language)("home") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(language)("home.title"));
  });
}

test("a form from another site is refused, also one that hides where it comes from", async ({ page, sending }) => {
  const before = await readTallies(page, sending);
  const origins: Record<string, string>[] = [{ origin: "https://evil.test" }, { origin: "null" }, {}];
  for (const headers of origins) {
    const answer = await page.request.post(appealPath("en"), { headers, form: form(), maxRedirects: 0 });
    await expectStatusPage(answer, 403);
  }
  expect(await readTallies(page, sending)).toEqual(before);
});

test("a letter of a megabyte is refused before it is read", async ({ page, sending }) => {
  const answer = await page.request.post(appealPath("en"), {
    headers: { origin: sending.url },
    form: { ...form(), ownWords: "x".repeat(1024 * 1024) },
  });
  await expectStatusPage(answer, 413);
});

test("other methods are refused, and told which would do", async ({ page, sending }) => {
  const headers = { origin: sending.url };
  for (const method of ["PUT", "DELETE", "PATCH"]) {
    const answer = await page.request.fetch(appealPath("en"), { method, headers });
    await expectStatusPage(answer, 405);
    expect(answer.headers().allow).toBe("GET, HEAD, POST");
  }
  const answer = await page.request.post("/en", { headers, form: {} });
  await expectStatusPage(answer, 405);
  expect(answer.headers().allow).toBe("GET, HEAD");
});

test("what is no form of ours is refused", async ({ page, sending }) => {
  const answer = await page.request.post(appealPath("en"), { headers: { origin: sending.url }, data: { name: "Ann" } });
  await expectStatusPage(answer, 415);
});

for (const [what, name] of [
  ["a line break", "Ann\r\nBcc: everybody@example.org"],
  ["a null character", "Ann\0Example"],
] as const) {
  test(`${what} in a name that no browser sends is refused all the same`, async ({ page, sending }) => {
    const answer = await page.request.post(appealPath("en"), {
      headers: { origin: sending.url },
      form: { ...form(), name },
    });
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain(words("en")("errors.name.unsafe"));
  });
}

test("a filled trap gets the usual answer, and nothing is kept", async ({ page, sending }) => {
  const before = await readTallies(page, sending);
  const answer = await page.request.post(appealPath("en"), {
    headers: { origin: sending.url },
    form: { ...form(), website: "https://buy.example.org" },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain(words("en")("sent.title"));
  expect(await readTallies(page, sending)).toEqual(before);
});

test("the API tells a problem in the form of RFC 9457", async ({ page }) => {
  const answer = await page.request.get("/api/v1/appeals/there-is-no-such-appeal");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ status: 404 });
});

test("the bare address leads to the visitor’s language", async ({ page }) => {
  for (const [accept, locale] of [
    ["ar-EG,ar;q=0.9,en;q=0.5", "ar"],
    ["en-GB", "en"],
    ["fr-CA", "fr"],
    ["sv", "en"],
  ]) {
    const answer = await page.request.get("/", { headers: { "accept-language": accept ?? "" }, maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toBe(`/${locale}`);
    expect(answer.headers().vary).toContain("Accept-Language");
  }
});

async function expectStatusPage(answer: Awaited<ReturnType<APIRequestContext["get"]>>, status: 403 | 405 | 413 | 415) {
  expect(answer.status()).toBe(status);
  expect(answer.headers()["content-type"]).toBe("text/html; charset=utf-8");
  expect(await answer.text()).toContain(statusWords("en")(`codes.${status}.title`));
}
