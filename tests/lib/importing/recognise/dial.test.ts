import { expect, test } from "vitest";
import { readDialled } from "@/lib/importing/recognise/dial";
import { findNumbers } from "@/lib/importing/recognise/numbers";

test.each([
  ["(82) 2/735-0101", ["CN"], "+8227350101"],
  ["011-52-747-471-9956", ["MX"], "+527474719956"],
  ["+ 44 20 7946 0958", [], "+442079460958"],
  ["0044 (0)20 7946 0958", [], "+442079460958"],
  ["00 1 202 555 0143", [], "+12025550143"],
  ["+98.21.6 649 5880", [], "+982166495880"],
  ["+ (95) 1 652 624", [], "+951652624"],
  ["(+41) 22 749 24 24", [], "+41227492424"],
  ["+66 2 280 0858/9", [], "+6622800858"],
  ["+ 52 55 5093 4900/4901", [], "+525550934900"],
  ["030 275 90 915", ["DE"], "+493027590915"],
  ["92 51 920 4632", ["PK"], "+92519204632"],
  ["(251) 1-552030", ["ET"], "+2511552030"],
])("%s", (raw, countries, value) => {
  expect(readDialled(raw, countries).value).toBe(value);
});

test("a group in brackets is an area where the recipient's own country says so, and a country's code elsewhere", () => {
  expect(readDialled("(55) 5128 0000", ["MX"]).value).toBe("+525551280000");
  expect(readDialled("(82) 2 735 0101", ["MX"]).value).toBe("+8227350101");
});

test("without a country the digits are all that is known", () => {
  expect(readDialled("735-0101", [])).toMatchObject({ value: "7350101", country: null, confidence: 0.4 });
});

test.each([
  ["Fax: +1 202 555 0143 / +1 202 555 0144", ["+1 202 555 0143", "+1 202 555 0144"]],
  ["Fax: +94 11 2 440440 / 327877", ["+94 11 2 440440", "327877"]],
  ["Tel: 92-51-9204801/9214171", ["92-51-9204801", "9214171"]],
  ["Tel. 0721/1234567", ["0721/1234567"]],
  ["at (82) 2/735-0101 and", ["(82) 2/735-0101"]],
  ["fax 00 52 (55) 3601 1000 ext. 51234", ["00 52 (55) 3601 1000"]],
])("the numbers of: %s", (text, raws) => {
  expect(findNumbers(text).map(({ raw }) => raw)).toEqual(raws);
});

test.each(["from 1997-2005", "on 14/05/2005", "on 2005-05-20", "MDE24/006/2013", "page_12345678"])(
  "no number in: %s",
  (text) => {
    expect(findNumbers(text)).toEqual([]);
  },
);
