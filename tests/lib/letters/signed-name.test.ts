import { describe, expect, test } from "vitest";
import { composeLetter } from "@/lib/letters/compose";
import { disclosedName, signedName } from "@/lib/letters/signed-name";

describe("initials", () => {
  test.each([
    ["Zubaida Quill", "Z. Q."],
    ["jean-paul", "J. P."],
    ["  Ann   B. Example ", "A. B. E."],
    ["é\u0301lodie", "É\u0301."],
    ["محمد علي", "م. ع."],
    ["김 민수", "김○○"],
    ["김민수", "김○○"],
    ["王小明", "王○○"],
    ["山田 太郎", "山○○"],
    ["さくら", "さ○○"],
    ["Kim 민수", "K. 민."],
    ["남궁서연", "남궁○○"],
    ["남궁 서연", "남궁○○"],
    ["남궁민", "남궁○○"],
    ["제갈공명", "제갈○○"],
    ["사공일", "사공○○"],
    ["독고탁", "독고○○"],
    ["황보인나", "황보○○"],
    ["황보 인", "황보○○"],
    ["선우재덕", "선우○○"],
    ["서문 탁", "서문○○"],
    ["동방현아", "동방○○"],
    ["황보라", "황○○"],
    ["선우진", "선○○"],
    ["서문수", "서○○"],
    ["선우", "선○○"],
    ["남궁", "남○○"],
  ])("of %s are %s", (name, initials) => expect(disclosedName(name, "initials")).toBe(initials));

  test("are not asked of somebody who shows their name", () =>
    expect(disclosedName("Zubaida Quill", "full")).toBe("Zubaida Quill"));
});

describe("a name under a letter", () => {
  const full = { name: "Kim Ha-neul", originalName: "김하늘", disclosure: "full" } as const;

  test.each([
    ["ko", "김하늘 (Kim Ha-neul)"],
    ["zh", "김하늘 (Kim Ha-neul)"],
    ["zh-Hans", "김하늘 (Kim Ha-neul)"],
    ["ja", "김하늘 (Kim Ha-neul)"],
    ["en", "Kim Ha-neul (김하늘)"],
    ["hu", "Kim Ha-neul (김하늘)"],
    ["ar", "Kim Ha-neul (김하늘)"],
  ])("in %s is %s", (language, name) => expect(signedName(full, language)).toBe(name));

  test("in Arabic script stands first in a letter in Arabic", () =>
    expect(signedName({ ...full, name: "Muhammad Ali", originalName: "محمد علي" }, "ar")).toBe(
      "محمد علي (Muhammad Ali)",
    ));

  test("says nothing more than initials where they were chosen", () =>
    expect(signedName({ ...full, disclosure: "initials" }, "ko")).toBe("K. H. N."));

  test("is not said twice", () => expect(signedName({ ...full, name: "김하늘" }, "ko")).toBe("김하늘"));
});

describe("a profession", () => {
  const values = {
    salutation: "",
    office: "",
    holder: "",
    name: "Ann",
    country: "Peru",
    profession: "{{country}} nurse",
  };
  const words = { body: "", ownWords: "" };
  const sample = { subject: "", opening: "I, {{name}}, write.", body: "" };

  test.each([
    ["Yours,\n{{name}}, {{country}}", "Yours,\nAnn, Peru\n{{country}} nurse"],
    ["Yours,\n{{ name }}\n{{country}}", "Yours,\nAnn\n{{country}} nurse\nPeru"],
    ["Yours", "Yours"],
  ])("stands below the name in %j", (closing, said) => {
    const letter = composeLetter({ ...sample, closing }, values, words);
    expect(letter.closing).toBe(said);
    expect(letter.opening).toBe("I, Ann, write.");
  });
});
