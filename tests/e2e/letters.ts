import { expect } from "@playwright/test";
import { disclosedName } from "@/lib/letters/signed-name";
import { demoAppeal } from "@/prisma/demo/appeal";
import { minister, type Person, squash } from "./steps";
import { type Delivered, mailFrom } from "./world";

/** Holds a letter that reached the minister's mail server against what its writer chose. */
export function expectLetter(letter: Delivered, person: Person): void {
  const { locale, disclosure = "full", replyConsent, name, email, ownWords } = person;
  const header = (key: string) => letter.headers.find((one) => one.key === key)?.value;
  const [head = ""] = letter.raw.split("\r\n\r\n", 1);
  expect(letter.envelope).toEqual({ from: mailFrom, to: minister.address });
  expect(letter.from).toMatchObject({ name: disclosedName(name, disclosure), address: mailFrom });
  expect(letter.to).toEqual([{ name: minister.holder, address: minister.address }]);
  expect(letter.replyTo).toEqual(replyConsent && disclosure === "full" ? [{ name, address: email }] : undefined);
  expect(letter.subject).toBe(demoAppeal.letters[locale].subject);
  expect(letter.messageId).toMatch(/^<[\w-]+@appeals\.test>$/);
  expect(Math.abs(Date.now() - Date.parse(letter.date ?? "")), "age of its Date").toBeLessThan(120_000);
  expect(header("content-type")).toMatch(/^text\/plain; charset=utf-8$/i);
  expect(header("content-language")).toBe(locale);
  expect(head, "a head of ASCII, as every server takes it").toMatch(/^[\x20-\x7e\r\n\t]+$/);
  expect(letter.html).toBeUndefined();
  expect(letter.attachments).toEqual([]);
  expect(squash(letter.text ?? "")).toContain(squash(ownWords));
  expect(letter.text).toContain(minister.texts[locale].salutation);
}
