import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Lets axe look at a page in light and in dark. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }));
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Narrow screens, and text twice as large: WCAG 2.2, 1.4.10 and 1.4.4. */
const sizes = [
  { width: 320, text: 1 },
  { width: 375, text: 1 },
  { width: 375, text: 2 },
  { width: 1280, text: 2 },
];

/** Nothing sticks out of a page to the side, however narrow it is or large its text. */
export async function expectNoSideScroll(page: Page, state: string): Promise<void> {
  const before = page.viewportSize();
  for (const { width, text } of sizes) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(sticksOut, text);
    expect.soft(found, `${state} at ${width} px, text ${text * 100} %`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

/** In the page: what reaches beyond its sides, if it can be scrolled there. */
function sticksOut(text: number): string[] {
  const root = document.documentElement;
  root.style.fontSize = text === 1 ? "" : `${text * 100}%`;
  if (root.scrollWidth <= root.clientWidth) {
    root.style.fontSize = "";
    return [];
  }
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (left < -1 || right > root.clientWidth + 1);
  });
  const found = out.map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.slice(0, 40)}`);
  root.style.fontSize = "";
  return [`${root.scrollWidth} px wide`, ...found.slice(-5)];
}
