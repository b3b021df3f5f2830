import { randomBytes } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/locales";
import type { Disclosure } from "@/lib/generated/prisma/enums";
import { demoAppeal } from "@/prisma/demo/appeal";
import { type Delivered, mailTo, type World } from "./world";
import { words } from "./words";

/** Somebody who signs, and what they write. */
export type Person = {
  locale: Locale;
  name: string;
  email: string;
  country: string;
  ownWords: string;
  /** Instead of the sample letter. */
  body?: string;
  disclosure?: Disclosure;
  replyConsent?: boolean;
};

export const [minister, ambassador] = demoAppeal.recipients;

/** The page of the demo appeal. */
export function appealPath(locale: Locale): string {
  return `/${locale}/appeals/${demoAppeal.slug}`;
}

/** A person nobody else in the run is. */
export function someone(more: Partial<Person> = {}): Person {
  const mark = randomBytes(6).toString("hex");
  const locale = more.locale ?? "en";
  const own = {
    en: {
      name: `Zubaida Quill${mark}`,
      ownWords: `I teach in a village school, and my pupils asked about him.\nThey are ${mark}.`,
    },
    fr: {
      name: `Zoé Dupré-L’Hôte${mark}`,
      ownWords: `J’enseigne dans une école de village, et mes élèves m’ont interrogée : « Où est-il ? » ${mark}.`,
    },
    es: {
      name: `Íñigo Muñoz${mark}`,
      ownWords: `Soy maestro en una escuela rural. Mis alumnos preguntan: «¿Dónde está?» ${mark}.`,
    },
    ar: { name: `زبيدة القلم${mark}`, ownWords: `أنا معلمة في مدرسة قرية، وقد سألني تلاميذي عنه: ${mark}.` },
    zh: { name: `欧阳静宜${mark}`, ownWords: `我在一所乡村小学教书，学生们向我问起他。${mark}。` },
    ko: {
      name: `남궁서연${mark}`,
      ownWords: `저는 시골 학교 교사이고, 학생들이 저에게 그에 관해 물었습니다. ${mark}.`,
    },
  };
  return { locale, email: `${mark}@signers.test`, country: "FR", ...own[locale], ...more };
}

/** Fills in the form of an appeal; what a person leaves open stays as the page offers it. */
export async function fillForm(page: Page, person: Partial<Person> & { locale: Locale }): Promise<void> {
  const t = words(person.locale);
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  if (person.body !== undefined) await field(t("form.body")).fill(person.body);
  if (person.ownWords !== undefined) await field(t("form.ownWords")).fill(person.ownWords);
  if (person.name !== undefined) await field(t("form.name")).fill(person.name);
  if (person.email !== undefined) await field(t("form.email")).fill(person.email);
  if (person.country !== undefined) await page.getByRole("combobox").selectOption(person.country);
  if (person.disclosure) await page.getByRole("radio", { name: t(`form.${person.disclosure}`), exact: true }).check();
  if (person.replyConsent) await page.locator("summary", { hasText: t("form.choices") }).click();
  if (person.replyConsent) await page.getByRole("checkbox", { name: t("form.replyConsent") }).check();
}

/** Presses the one main button of a page. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Waits until the desk says that a form is saved; the notice that what was typed is back says "not saved yet". */
export async function expectSaved(within: Page | Locator): Promise<void> {
  await expect(within.getByRole("status").filter({ hasText: /^✓ Saved/ })).toBeVisible();
}

export async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** From the appeal's page to the check page. */
export async function writeLetter(page: Page, world: World, person: Person): Promise<void> {
  await page.goto(world.url + appealPath(person.locale));
  await fillForm(page, person);
  await press(page, words(person.locale)("form.check"));
  await page.waitForURL(/\/check\//);
}

/** From the appeal's page to "now check your mail". */
export async function signAppeal(page: Page, world: World, person: Person): Promise<void> {
  const t = words(person.locale);
  await writeLetter(page, world, person);
  await press(page, t("check.send"));
  await expectTitle(page, t("sent.title"));
}

/** The mail that asks a person to confirm, and its link. */
export async function confirmationMail(world: World, person: Person): Promise<{ mail: Delivered; link: string }> {
  const mail = await mailTo(world, person.email, ({ text = "" }) => text.includes("/confirm/"));
  return { mail, link: linkIn(mail) };
}

/** The one link of a mail of ours. */
export function linkIn({ text = "" }: Pick<Delivered, "text">): string {
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  expect(links, "links in the mail").toHaveLength(1);
  return links[0] ?? "";
}

/** From the mailed link to "thank you". */
export async function confirmBy(page: Page, link: string, person: Person): Promise<void> {
  const t = words(person.locale);
  await page.goto(link);
  await press(page, t(person.disclosure === "counted" ? "confirm.buttonCounted" : "confirm.button"));
  await expectTitle(page, t("thanks.title", { name: person.name }));
}

/** All the way: signs, confirms, and opens the person's own page. @returns the mailed link */
export async function signAndConfirm(page: Page, world: World, person: Person): Promise<string> {
  await signAppeal(page, world, person);
  const { link } = await confirmationMail(world, person);
  await confirmBy(page, link, person);
  await openOwnPage(page, person);
  return link;
}

/** From the thanks to a person's own page. */
export async function openOwnPage(page: Page, { locale, disclosure }: Person): Promise<void> {
  const t = words(locale);
  const name = disclosure === "counted" ? t("confirm.toMineOther") : t("thanks.mine");
  await page.getByRole("link", { name }).click();
  await expectTitle(page, t("mine.title"));
}

/** Waits for a person's letter to the minister. */
export async function letterToMinister(world: World, person: Person): Promise<Delivered> {
  return mailTo(world, minister.address, ({ text = "" }) => squash(text).includes(squash(person.ownWords)));
}

/** Opens the fold at the end of a person's own page, unless it is open, and presses one of its buttons. */
export async function changeMind(page: Page, locale: Locale, act: "withdraw" | "erase"): Promise<void> {
  const t = words(locale);
  const button = page.getByRole("button", { name: t(`mine.${act}Button`) });
  if (!(await button.isVisible())) await page.getByText(t("mine.stopTitle"), { exact: true }).click();
  await press(page, t(`mine.${act}Button`));
}

/** Text as it is compared where lines may have been broken elsewhere. */
export function squash(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
