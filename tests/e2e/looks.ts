import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { axeRules } from "@/tests/axe-rules";

/** Lets axe look at a page in light and in dark. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(axeRules).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }));
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

// The narrowest screen that counts (WCAG 2.2, 1.4.10), and a common phone.
const narrow = [320, 375];

/** Nothing sticks out of a page to the side at any of these widths, in pixels. */
export async function expectNoSideScroll(page: Page, state: string, widths = narrow): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await page.evaluate(sticksOut), `${state} at ${width} px`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

/** In the page: the words that make it wider than the window, with what they stand in. */
function sticksOut(): string[] {
  const { scrollWidth, clientWidth, dir } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const found = [`${scrollWidth} px wide`];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const { left, right } = range.getBoundingClientRect();
    const parent = texts.currentNode.parentElement;
    const out = (dir === "rtl" ? -left : right - clientWidth) > 1 && !parent?.closest(".sr-only");
    if (out) found.push(`<${parent?.tagName} class="${parent?.className}"> ${texts.currentNode.nodeValue}`);
  }
  return found;
}
