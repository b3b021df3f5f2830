import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { embedThemes } from "@/lib/embeds/schema";

// The colours a frame may have are held against WCAG 2.2 (1.4.3, 1.4.11), in light and in dark.

const css = readFileSync("app/theme.css", "utf8");

type Pair = [light: string, dark: string];

function colour(within: string, name: string): Pair {
  const [, light = "", dark = ""] =
    new RegExp(`--color-${name}:\\s*light-dark\\((#\\w+), (#\\w+)\\)`).exec(within) ?? [];
  expect(dark, `--color-${name}`).not.toBe("");
  return [light, dark];
}

function blockOf(theme: string): string {
  if (theme === embedThemes[0]) return css;
  const [, block = ""] = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css) ?? [];
  return block;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(embedThemes)("%s can be read on its button, and tells the button from the paper", (theme) => {
  const block = blockOf(theme);
  const word = colour(css, "on-wax");
  const paper = colour(css, "paper");
  for (const at of [0, 1] as const) {
    for (const name of ["wax", "wax-deep"]) {
      const button = colour(block, name)[at];
      expect(contrast(button, word[at]), `${name} ${button}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(button, paper[at]), `${name} ${button} on paper`).toBeGreaterThanOrEqual(3);
    }
  }
});

test("no colour stands in the style sheet that nobody can choose", () => {
  const styled = [...css.matchAll(/\[data-theme="(\w+)"\]/g)].map(([, name = ""]) => name);
  expect([embedThemes[0], ...styled]).toEqual([...embedThemes]);
});
