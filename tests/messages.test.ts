import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { fates } from "@/lib/letters/fates";
import { locales } from "@/lib/locales";
import { shownTallies } from "@/lib/reports/schema";
import { disclosures } from "@/lib/signatures/schema";

type Words = { [key: string]: string | Words };

// The desk speaks English first; everything the public reads is there in every language.
const publicFiles = globSync("messages/en/*.json")
  .map((file) => basename(file))
  .filter((file) => !file.startsWith("desk"));

function read(locale: string, file: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(`messages/${locale}/${file}`, "utf8")) as Words);
}

function flatten(words: Words, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] => {
      const at = path ? `${path}.${key}` : key;
      return typeof value === "string" ? [[at, value]] : [...flatten(value, at)];
    }),
  );
}

/** The names of what a message is given, without the words inside its plurals. */
function argumentsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = ""]) => name))].toSorted();
}

test.each(publicFiles)("%s says the same things in every language", (file) => {
  const english = read("en", file);
  for (const locale of locales) {
    const other = read(locale, file);
    expect([...other.keys()].toSorted(), locale).toEqual([...english.keys()].toSorted());
    for (const [key, message] of english) {
      expect(argumentsOf(other.get(key) ?? ""), `${locale} ${key}`).toEqual(argumentsOf(message));
    }
  }
});

test.each(globSync("messages/*/*.json"))("%s speaks plainly", (file) => {
  const [, locale = "", name = ""] = file.split("/");
  const loud = [...read(locale, name)].filter(([, message]) => /!|successfully|please note|oops/i.test(message));
  expect(loud).toEqual([]);
});

// Keys that are put together from a value, so that no file names them: their beginnings, and the file that does so.
const composed: Record<string, string> = {
  "site.errors.": "app/(site)/[locale]/check/[token]/page.tsx",
  ...each("site.form", disclosures, "components/signatures/sign-form.tsx"),
  "site.mine.states.": "components/letters/own-letter-item.tsx",
  "site.mine.faxStates.": "components/letters/own-letter-item.tsx",
  ...each("site.mine", ["withdraw", "erase"], "components/signatures/stop-forms.tsx"),
  ...each("site.mine", ["withdrawn", "invalidated"], "app/(site)/[locale]/thanks/[token]/page.tsx"),
  "site.privacy.": "app/(site)/[locale]/privacy/page.tsx",
  "site.routing.reasons.": "components/letters/reviewed-letters.tsx",
  "site.refusals.": "components/site/refused.tsx",
  ...each("site.appeal", ["paused", "closed"], "components/campaigns/case-column.tsx"),
  ...each("site.tallies", shownTallies, "components/campaigns/tallies.tsx"),
  "site.tallies.faxed.": "components/campaigns/tallies.tsx",
  ...each("site.thanks", fates, "app/(site)/[locale]/thanks/[token]/page.tsx"),
  ...each("mails", ["words_asked", "words_refused", "words_changed"], "lib/signatures/messages.ts"),
  ...each("forwarding", ["kinds", "marks", "labels", "placeholders"], "lib/importing/appeal-text/words.ts"),
  "channels.next.": "app/(site)/[locale]/thanks/[token]/next-letter.tsx",
  "channels.post.": "components/letters/post-time-line.tsx",
  "channels.withYou.": "components/letters/own-letter-item.tsx",
  ...each("channels.send", ["a4", "us-letter"], "components/letters/send-on-paper.tsx"),
  ...each("channels.send", ["gmail", "outlook"], "components/letters/send-by-mail.tsx"),
  "status.codes.": "app/(site)/[locale]/status/[code]/page.tsx",
};

function each(part: string, values: readonly string[], file: string): Record<string, string> {
  return Object.fromEntries(values.map((value) => [`${part}.${value}`, file]));
}

const sources = globSync("{app,components,lib}/**/*.{ts,tsx}", { exclude: ["lib/generated/**"] }).map((file) =>
  readFileSync(file, "utf8"),
);

/** Whether a file speaks of a part of the messages and names the rest of the key there. */
function isNamed(part: string, rest: string): boolean {
  const [file = ""] = part.split(".");
  const speaks = part === file ? [`"${part}"`, `.${part}`] : [`"${part}"`];
  return sources.some((text) => text.includes(`"${rest}"`) && speaks.some((one) => text.includes(one)));
}

test.each(publicFiles)("everything %s says is said somewhere", (file) => {
  const keys = [...read("en", file).keys()].map((key) => `${basename(file, ".json")}.${key}`);
  const unused = keys.filter((key) => {
    const steps = key.split(".");
    const named = steps.slice(1).some((_, n) => isNamed(steps.slice(0, n + 1).join("."), steps.slice(n + 1).join(".")));
    const reached = sources.some((text) => text.includes(`.${key}`));
    return !named && !reached && !Object.keys(composed).some((start) => key.startsWith(start));
  });
  expect(unused).toEqual([]);
});

test("the files that put keys together speak of those parts", () => {
  for (const [start, file] of Object.entries(composed)) {
    const part = /^(?:site|channels)\./.test(start)
      ? start.split(".", 2).join(".")
      : start.startsWith("mails.")
        ? start.slice(6)
        : start.split(".", 1).join();
    expect(readFileSync(file, "utf8"), start).toContain(`"${part}"`);
  }
});
