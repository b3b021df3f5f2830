import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { locales } from "@/lib/locales";

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
