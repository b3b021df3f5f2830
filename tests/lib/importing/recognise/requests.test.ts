import { expect, test } from "vitest";
import { findRequests } from "@/lib/importing/recognise/requests";
import type { Zone } from "@/lib/importing/recognise/zones";
import { scanned } from "@/tests/lib/importing/recognise/scanned";

const requestsIn = (text: string, zone: Zone = "appeal") => {
  const lines = scanned(text);
  return findRequests(
    lines,
    lines.map(() => zone),
  ).map((one) => one.text);
};

const two = ["let the boatman go home", "publish the list of all prisoners"];

test.each([
  ["Please write to the minister, asking him to:\n- let the boatman go home;\n- publish the list of all prisoners."],
  [
    "Please write to the minister, asking him to:\n\n* let the boatman go home; and\n\n* publish the list of all prisoners.",
  ],
  ["Please write, asking for the following.\n1) let the boatman go home,\n2) publish the list of all prisoners."],
])("%s", (text) => {
  expect(requestsIn(text).map((one) => one.replace(/\.$/, ""))).toEqual(two);
});

test("items that ask by themselves need nothing above them", () => {
  expect(requestsIn("* Exhortez les autorités à libérer le batelier ;")).toEqual([
    "Exhortez les autorités à libérer le batelier",
  ]);
  expect(requestsIn("The harbour has:\n* three boats and a lamp")).toEqual([]);
});

test("an item in Chinese may be short, a name is none", () => {
  expect(requestsIn("- 立即释放船夫", "requests")).toEqual(["立即释放船夫"]);
  expect(requestsIn("- Tomás Okello, boatman", "requests")).toEqual([]);
});

test.each(["letter", "targets", "copies", "sender", "mail"] as const)("nothing of a part %s", (zone) => {
  expect(requestsIn("Please write, asking him to:\n- let the boatman go home", zone)).toEqual([]);
});

test("a line that is neither item nor request ends the list", () => {
  expect(
    requestsIn(
      "Please write, asking him to:\n- let the boatman go home;\nThe sea was calm.\n- it is a grey harbour town",
    ),
  ).toEqual(["let the boatman go home"]);
});
