import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { createTranslator } from "use-intl/core";
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

/** The names of a message's tags, such as `<email></email>`. */
function tagsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/<\/?(\w+)>/g)].map(([, name = ""]) => name))].toSorted();
}

/** The forms of each plural in a message, with the name of what is counted (ICU MessageFormat). */
function pluralsOf(message: string): { name: string; forms: string[] }[] {
  return [...message.matchAll(/\{\s*(\w+),\s*plural,/g)].map(({ 0: head, 1: name = "", index }) => {
    const forms: string[] = [];
    let depth = 0;
    for (const [part] of message.slice(index + head.length).matchAll(/[{}]|[^{}]+/g)) {
      if (part === "}" && depth === 0) break;
      if (part === "{") depth += 1;
      else if (part === "}") depth -= 1;
      else if (depth === 0 && part.trim()) forms.push(part.trim());
    }
    return { name, forms };
  });
}

/** What a plural of a language has a form for, by Unicode's rules. */
function categoriesOf(locale: string): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
}

// What some language says as English does: names, and words that both have.
const shared = [
  "STOP",
  "Fax",
  "Error: {title}",
  "Date",
  "Pages",
  "Organisation",
  "{date}, {time} UTC",
  "WhatsApp",
  "Telegram",
  "Bluesky",
  "X",
  "A4",
  "US Letter",
  "20 g",
];

/** Whether a message has words at all, beside what is put into it. */
function hasWords(message: string): boolean {
  return /\p{L}/u.test(message.replace(/<\/?\w+>|\{\w+\}/g, ""));
}

test.each(publicFiles)("%s says the same things in every language", (file) => {
  const english = read("en", file);
  for (const locale of locales) {
    const other = read(locale, file);
    expect([...other.keys()].toSorted(), locale).toEqual([...english.keys()].toSorted());
    for (const [key, message] of english) {
      expect(argumentsOf(other.get(key) ?? ""), `${locale} ${key}`).toEqual(argumentsOf(message));
      expect(tagsOf(other.get(key) ?? ""), `${locale} ${key}`).toEqual(tagsOf(message));
    }
  }
});

test.each(publicFiles)("%s counts in every language as its speakers do", (file) => {
  const counted = [...read("en", file)].filter(([, message]) => pluralsOf(message).length > 0);
  for (const locale of locales) {
    const other = read(locale, file);
    for (const [key, message] of counted) {
      const plurals = pluralsOf(other.get(key) ?? "");
      expect(
        plurals.map(({ name }) => name),
        `${locale} ${key}`,
      ).toEqual(pluralsOf(message).map(({ name }) => name));
      for (const { forms } of plurals) {
        const named = forms.filter((form) => !form.startsWith("=")).toSorted();
        expect(named, `${locale} ${key}`).toEqual(categoriesOf(locale));
      }
    }
  }
});

test.each(locales)("every message of %s can be written", (locale) => {
  for (const file of publicFiles) {
    for (const [key, message] of read(locale, file)) {
      const given = Object.fromEntries(argumentsOf(message).map((name) => [name, 2]));
      const tags = Object.fromEntries(tagsOf(message).map((name) => [name, () => name]));
      const t = createTranslator({ locale, messages: { message }, onError: throwIt });
      expect(t.rich("message", { ...given, ...tags }), `${locale} ${key}`).toBeTruthy();
    }
  }
});

function throwIt(error: Error): never {
  throw error;
}

test.each(locales.filter((locale) => locale !== "en"))("no text was left in English in %s", (locale) => {
  const left = publicFiles.flatMap((file) => {
    const english = read("en", file);
    return [...read(locale, file)].filter(
      ([key, message]) => message === english.get(key) && hasWords(message) && !shared.includes(message),
    );
  });
  expect(left).toEqual([]);
});

test.each(globSync("messages/*/*.json"))("%s speaks plainly", (file) => {
  const [, locale = "", name = ""] = file.split("/");
  const loud = [...read(locale, name)].filter(([, message]) => /!|successfully|please note|oops/i.test(message));
  expect(loud).toEqual([]);
});

// Keys that are put together from a value, so that no file names them: their beginnings, and the file that does so.
const composed: Record<string, string> = {
  "site.errors.": "app/(site)/[locale]/shown-issues.ts",
  ...each("site.form", disclosures, "components/signatures/disclosure-choice.tsx"),
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
  "sharing.share.targets.": "components/sharing/pass-on.tsx",
  ...each(
    "mails",
    ["words_asked", "words_refused", "words_changed", "stopped", "lifted"],
    "lib/signatures/messages.ts",
  ),
  "signer.quiet.": "lib/signatures/quiet-mail.ts",
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
  const speakers = speakersOf.get(part) ?? sources.filter((text) => speaksOf(part).some((one) => text.includes(one)));
  speakersOf.set(part, speakers);
  return speakers.some((text) => text.includes(`"${rest}"`));
}

// Found once for each part: there are many more keys than parts.
const speakersOf = new Map<string, string[]>();

function speaksOf(part: string): string[] {
  return part.includes(".") ? [`"${part}"`] : [`"${part}"`, `.${part}`];
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
    const part = /^(?:site|sharing|channels|signer)\./.test(start)
      ? start.split(".", 2).join(".")
      : start.startsWith("mails.")
        ? start.slice(6)
        : start.split(".", 1).join();
    expect(readFileSync(file, "utf8"), start).toContain(`"${part}"`);
  }
});

test.each(["labels", "marks", "kinds"])("no word among the %s of a forwarded appeal means two things", (part) => {
  const meanings = new Map<string, Set<string>>();
  for (const locale of locales) {
    for (const [key, word] of read(locale, "forwarding.json")) {
      if (!key.startsWith(`${part}.`)) continue;
      const folded = word.normalize("NFC").toLowerCase();
      meanings.set(folded, (meanings.get(folded) ?? new Set()).add(key));
    }
  }
  expect([...meanings].filter(([, keys]) => keys.size > 1)).toEqual([]);
});
