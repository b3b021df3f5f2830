import { describe, expect, test } from "vitest";
import { makePdf, UndrawableLetter } from "@/lib/letters/pdf";
import type { PaperLetter } from "@/lib/letters/pdf-page";
import { readPdf } from "@/tests/read-pdf";

const letter: PaperLetter = {
  language: "en",
  office: "Minister of Foreign Affairs",
  holder: "Tang Jiaxuan",
  number: "+441632960123",
  from: "Zoë Martin",
  organisation: "Asian Rights Desk",
  date: new Date("2026-11-25T03:00:00Z"),
  subject: "Please do not send him back",
  text: "Your Excellency,\n\nI ask you not to send him back.\n\nYours sincerely,\nZoë Martin, France",
};

async function pageOf(changes: Partial<PaperLetter>) {
  return readPdf(await makePdf({ ...letter, ...changes }));
}

/** Without white space, for how wide a space is drawn is the page's business. */
function bare(text: string): string {
  return text.replace(/[\s\u200b\u2068\u2069]+/g, "");
}

/** Right-to-left runs are drawn from left to right: which signs there are is what can be compared. */
function signs(text: string): string[] {
  return [...new Set(bare(text))].filter((sign) => /\p{Letter}/u.test(sign)).toSorted();
}

const mebibyte = 1024 * 1024;
const paragraph = `${"I ask you to think of the people who wait for news of him. ".repeat(10).trim()}\n\n`;

describe("a letter on paper", () => {
  test("is one page of A4 that says to whom, from whom, when, and all of the text", async () => {
    const page = await pageOf({});
    expect(page).toMatchObject({ pages: 1, boxes: ["0 0 595.2756 841.8898"] });
    expect(page.creationDate).toMatch(/^D:20261125030000/);
    const said = bare(page.text);
    for (const words of [
      "To Tang Jiaxuan Minister of Foreign Affairs",
      "Fax +44 1632 960123",
      "From Zoë Martin sent through Asian Rights Desk",
      "Date 25 November 2026",
      "Pages 1",
      letter.subject,
      letter.text,
      "Zoë Martin · 25 November 2026",
      "Page 1 of 1",
    ]) {
      expect(said).toContain(bare(words));
    }
  });

  test("names nobody between who wrote it and who reads it where its writer sends it", async () => {
    const { text } = await pageOf({ organisation: null });
    expect(bare(text)).toContain(bare("From Zoë Martin Date"));
    expect(text).not.toContain("through");
  });

  test("is the same bytes for the same letter, and others for another day", async () => {
    const first = await makePdf(letter);
    expect((await makePdf({ ...letter })).equals(first)).toBe(true);
    expect((await makePdf({ ...letter, date: new Date("2026-11-26T03:00:00Z") })).equals(first)).toBe(false);
  });

  test.each([
    '#import "x": *\n#panic("no")',
    "*not bold* _nor this_ `nor that` $x^2$ \\ \\u{41} @ref <label>",
    "= no heading\n- no list\n+ no list\n/ no: term\n// no comment /* nor this */",
    '] } ) #] #} #) #sys.inputs ~ --- ... " \' #"',
    "{{name}} {page} {pages} ${1} %s \\n",
  ])("shows what looks like markup as it was typed: %j", async (text) => {
    expect(bare((await pageOf({ text })).text)).toContain(bare(text));
  });

  test.each(["office", "holder", "from", "organisation", "subject"] as const)(
    "shows markup in %s as text",
    async (field) => {
      const typed = "A *b* #c $d$ \\e @f ] g";
      expect(bare((await pageOf({ [field]: typed })).text)).toContain(bare(typed));
    },
  );

  test.each([
    [
      "ko",
      "존경하는 대사님,\n\n그를 돌려보내지 말아 주십시오. 中國은 협약에 서명하였습니다. “약속은 지켜져야 합니다.”",
    ],
    ["zh", "尊敬的部长阁下：\n\n我请求您不要把他遣返。《关于难民地位的公约》、“禁止驱回”原则。"],
    ["fr", "Excellence,\n\nJe vous écris au sujet d’un homme enlevé : « où est-il ? » Œuvre, ÿ, Łódź, Đà Nẵng."],
    ["ru", "Ваше превосходительство, прошу вас не выдавать его. Ґ ї є"],
    ["en", "Dear 大使, 안녕하세요, Ελλάδα."],
  ])("has every sign of a letter in %s", async (language, text) => {
    expect(bare((await pageOf({ language, text })).text)).toContain(bare(text));
  });

  test.each([
    ["ar", "صاحب المعالي،\n\nأطلب منكم ألا تعيدوه (Convention 1951)."],
    ["fa", "جناب آقای وزیر، خواهش می‌کنم او را بازنگردانید. گچپژ"],
    ["ur", "عزت مآب، براہ کرم اسے واپس نہ بھیجیں۔ ٹڈڑے"],
  ])("has every sign of a letter in %s, from right to left", async (language, text) => {
    const page = await pageOf({ language, text });
    expect(page.pages).toBe(1);
    expect(signs(page.text)).toEqual(expect.arrayContaining(signs(text)));
    expect(page.text).toContain("+44");
    expect(page.text).not.toContain("\ufffd");
  });

  test("speaks the letter's language on its head", async () => {
    const page = await pageOf({ language: "ar" });
    expect(signs(page.text)).toEqual(expect.arrayContaining(signs("عدد الصفحات الفاكس التاريخ")));
    expect(page.text).not.toContain("Pages");
  });

  test("shrinks a step rather than spill a few lines onto a second page", async () => {
    const long = await pageOf({ text: paragraph.repeat(5).trim() });
    expect(long.pages).toBe(1);
    expect(Math.max(...long.sizes)).toBeLessThan(11);
  });

  test("takes as many pages as it needs, at its usual size, each numbered", async () => {
    const text = paragraph.repeat(25).trim();
    const long = await pageOf({ text });
    expect(long.pages).toBeGreaterThan(2);
    expect(new Set(long.boxes)).toEqual(new Set(["0 0 595.2756 841.8898"]));
    expect(long.sizes).toContain(11);
    let said = bare(long.text);
    for (let page = 1; page <= long.pages; page += 1) {
      const foot = bare(`Zoë Martin · 25 November 2026 Page ${page} of ${long.pages}`);
      expect(said).toContain(foot);
      said = said.replace(foot, "");
    }
    expect(said).toContain(bare(text));
  });

  test.each(["x".repeat(1000), `https://www.example.org/${"a-path/".repeat(60)}`, "W".repeat(41), "é".repeat(500)])(
    "breaks what is longer than a line, and loses none of it: %.20s",
    async (word) => {
      const page = await pageOf({ text: `${word}\n\nEnd.`, from: word.slice(0, 100) });
      expect(bare(page.text)).toContain(bare(word));
    },
  );

  test("is small enough for any gateway", async () => {
    const text = "그를 돌려보내지 말아 주십시오. 尊敬的部长阁下. ".repeat(200);
    expect((await makePdf({ ...letter, language: "ko", text })).length).toBeLessThan(mebibyte);
  });

  test("leaves out an emoji that no font here has, and refuses other signs it could not show", async () => {
    const text = "I hope for peace 🫠\u{1f9ff}👩‍👩‍👧 for all.";
    expect(bare((await pageOf({ text })).text)).toMatch(/Ihopeforpeace.*forall\./u);
    // No version of Unicode has given these a meaning, so no font of the system can have them.
    await expect(makePdf({ ...letter, text: "\u0378 unassigned \u{3fff0}" })).rejects.toThrow(UndrawableLetter);
    await expect(makePdf({ ...letter, text: "\u0378 unassigned \u{3fff0}" })).rejects.not.toThrow("unassigned");
    expect((await pageOf({})).pages).toBe(1);
  });
});
