const browsers = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|Chromium|HeadlessChrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** Browser and system in short words, such as "Firefox, Linux": all that is kept of a user agent. Null for others. */
export function deviceOf(userAgent: string | null | undefined): string | null {
  if (!userAgent) return null;
  const named = [browsers, systems].map((known) => known.find(([, sign]) => sign.test(userAgent))?.[0]);
  return named.filter(Boolean).join(", ") || null;
}
