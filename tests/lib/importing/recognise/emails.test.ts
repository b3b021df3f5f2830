import { expect, test } from "vitest";
import { findEmails } from "@/lib/importing/recognise/emails";

const values = (text: string) => findEmails(text).map(({ value }) => value);

test.each([
  ["write to <Office@Ministry.example>.", ["office@ministry.example"]],
  ["a@b.example, c.d@e.example; f-g@h.example", ["a@b.example", "c.d@e.example", "f-g@h.example"]],
  ["name AT domain DOT example", ["name@domain.example"]],
  ["name [AT] domain [DOT] example", ["name@domain.example"]],
  ["name [at] domain [dot] example", ["name@domain.example"]],
  ["first.last (at) ministry.example.", ["first.last@ministry.example"]],
  ["office dot two at ministry dot example now", ["office.two@ministry.example"]],
  ["chair @ council.example", ["chair@council.example"]],
  ["chair@ council.gov. xx", ["chair@council.gov.xx"]],
  ["mailto:office@ministry.example", ["office@ministry.example"]],
  ["name{at}ministry.example", ["name@ministry.example"]],
])("%s", (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each([
  "we met at noon. He left",
  "50 @ 3.20 each",
  "user@localhost",
  "@handle",
  "a@b@",
  "at the ministry.example",
])("no address in: %s", (text) => {
  expect(values(text)).toEqual([]);
});

test("a sentence that ends with an address does not run on", () => {
  expect(values("Write to a@b.example. In your letter")).toEqual(["a@b.example"]);
});

test("what it was stays as it stood", () => {
  const text = "mail: name [at] domain [dot] example!";
  const [found] = findEmails(text);
  expect(found && text.slice(found.start, found.end)).toBe("name [at] domain [dot] example");
  expect(found?.raw).toBe("name [at] domain [dot] example");
});
