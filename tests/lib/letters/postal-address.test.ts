import { describe, expect, test } from "vitest";
import { countryOf, postalAddress } from "@/lib/letters/postal-address";

const beijing = { value: "2 Chaoyangmen Nandajie\n100701 Beijing", country: "CN", above: ["Tang Jiaxuan", "Minister"] };
const linesFrom = (from: string, of = beijing) => postalAddress(of, from).lines;

describe("the lines of a postal address", () => {
  test("stay in the order of their country, the office above them and the country below", () => {
    expect(linesFrom("DE")).toEqual(["Tang Jiaxuan", "Minister", "2 Chaoyangmen Nandajie", "100701 Beijing", "CHINA"]);
    const tokyo = { value: "100-8919\n2-2-1 Kasumigaseki", country: "JP", above: [] };
    expect(linesFrom("KR", tokyo)).toEqual(["100-8919", "2-2-1 Kasumigaseki", "JAPAN"]);
  });

  test.each([
    ["FR", "CHINE"],
    ["SN", "CHINE"],
    ["US", "CHINA"],
    ["EG", "CHINA"],
  ])("name the country as the post in %s reads it: %s", (from, name) => expect(linesFrom(from).at(-1)).toBe(name));

  test("name no country within it", () => expect(linesFrom("CN").at(-1)).toBe("100701 Beijing"));

  test.each(["China", "P.R. China", "PEOPLE'S REPUBLIC OF CHINA", "Chine", "中国", "الصين"])(
    "name it once where %s stands there already",
    (line) => expect(linesFrom("DE", { ...beijing, value: `${beijing.value}\n${line}` })).toEqual(linesFrom("DE")),
  );

  test("lead to the country they name rather than to that of the office", () => {
    const seoul = { value: "27 Myeongdong 2-gil\nSeoul 04534\nRepublic of Korea", country: "CN", above: [] };
    expect(postalAddress(seoul, "DE")).toEqual({
      to: "KR",
      lines: ["27 Myeongdong 2-gil", "Seoul 04534", "SOUTH KOREA"],
    });
    expect(countryOf(seoul.value, "CN")).toBe("KR");
    expect(countryOf("Singapore", "SG")).toBe("SG");
  });

  test("say nothing twice that stands above them and in them", () => {
    const twice = { ...beijing, value: `Minister\n${beijing.value}` };
    expect(linesFrom("DE", twice).filter((line) => line === "Minister")).toHaveLength(1);
  });
});
