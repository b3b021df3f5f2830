import { test as base, expect, type Page } from "@playwright/test";
import { type Worlds, worlds } from "./world";

type Fixtures = Worlds & {
  /** What a page must never do, whatever a test is about; looked at when the test is over. */
  clean: void;
};

/** A test in the installation that sends; `capturing` is the other one. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  sending: async ({}, use) => use(worlds().sending),
  // oxlint-disable-next-line no-empty-pattern -- the same
  capturing: async ({}, use) => use(worlds().capturing),
  // oxlint-disable-next-line no-empty-pattern -- the same
  fresh: async ({}, use) => use(worlds().fresh),
  baseURL: async ({ sending }, use) => use(sending.url),
  clean: [
    async ({ page }, use) => {
      const complaints = listen(page);
      await use();
      expect(complaints, "what the browser complained of").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Notes requests to anybody else, breaches of the content policy, script errors and everything else on the console. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  const own = Object.values(worlds()).map(({ url }) => new URL(url).origin);
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && !own.includes(origin)) complaints.push(`request to ${request.url()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message} (${page.url()})`));
  page.on("console", (message) => {
    const { url } = message.location();
    // Chromium says on the console that a page was answered with 4xx.
    const isAnswer = message.text().startsWith("Failed to load resource") && url === page.url();
    // Whose session ends while the page listens for news is told so, by the answer.
    const isEnd = message.text().includes("401") && new URL(url || page.url()).pathname === "/desk/delivery/stream";
    if (["error", "warning"].includes(message.type()) && !isAnswer && !isEnd)
      complaints.push(`${message.text()} (${url})`);
  });
  return complaints;
}
