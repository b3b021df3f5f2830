import { z } from "zod";
import { isLocale } from "@/lib/locales";

/** The colours of the main action that a frame may have; the first is the house's. Their values stand in `app/theme.css`. */
export const embedThemes = ["wax", "blue", "moss", "teal", "plum", "ochre", "ink"] as const;
export type EmbedTheme = (typeof embedThemes)[number];

export const embedLimits = { hosts: 100, host: 253, partner: 40 } as const;

/** The theme of this name, else the house's own. */
export function themeNamed(name: string | null | undefined): EmbedTheme {
  return embedThemes.find((one) => one === name) ?? embedThemes[0];
}

const wildcard = /^\*\./;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The site of a line as a policy names it (CSP, host-source): `example.org`, `*.example.org`, `localhost:8080`. A whole
 * address is taken for its site; other scripts in Punycode.
 * @returns null for what is no site, or would be too many: `*`, `*.org`
 */
export function hostOf(line: string): string | null {
  const any = wildcard.test(line) || /^https?:\/\/\*\./i.test(line);
  const bare = line.replace(/^https?:\/\//i, "").replace(wildcard, "");
  const url = URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`) : null;
  if (!url || url.username || url.password || url.hostname.length > embedLimits.host) return null;
  const labels = url.hostname.split(".");
  const named = labels.length > 1 || url.hostname === "localhost";
  if (!named || !labels.every((one) => label.test(one))) return null;
  if (any && (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? ""))) return null;
  return `${any ? "*." : ""}${url.host}`;
}

/** The form of the sites that may show an appeal in a frame, one a line. */
export const embedSchema = z.object({
  seen: z.string().default(""),
  hosts: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,;]+/).filter((line) => line !== ""))
    .refine((lines) => lines.length <= embedLimits.hosts, "too-many")
    .refine((lines) => lines.every((line) => hostOf(line) !== null), "host")
    .transform((lines) => [...new Set(lines.flatMap((line) => hostOf(line) ?? []))]),
});

export type EmbedInput = z.output<typeof embedSchema>;

/** What a member chooses for the code they copy. What does not fit counts as not chosen. */
export const embedChoiceSchema = z.object({
  locale: z
    .string()
    .refine((value) => value === "" || isLocale(value))
    .catch(""),
  theme: z
    .enum(embedThemes)
    .transform((theme) => (theme === embedThemes[0] ? "" : theme))
    .catch(""),
  partner: z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => text.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, ""))
    .transform((text) => text.slice(0, embedLimits.partner))
    .catch(""),
});
