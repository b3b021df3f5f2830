import { expect, test } from "vitest";
import { findDates, findYearless, showsMonthFirst } from "@/lib/importing/recognise/dates";
import { tokensOf } from "@/lib/importing/recognise/tokens";

const read = (text: string, monthFirst = false) => findDates(text, tokensOf(text), monthFirst);

test.each([
  ["May 20th, 2005", "2005-05-20"],
  ["20 May 2005", "2005-05-20"],
  ["the 3rd of June 2005", "2005-06-03"],
  ["Sept. 9, 2004", "2004-09-09"],
  ["2005-05-20", "2005-05-20"],
  ["20.5.2005", "2005-05-20"],
  ["14/05/2005", "2005-05-14"],
  ["le 1er mars 2009", "2009-03-01"],
  ["3. März 2009", "2009-03-03"],
  ["20 de mayo de 2010", "2010-05-20"],
  ["2 de março de 2010", "2010-03-02"],
  ["7 luglio 2004", "2004-07-07"],
  ["2002년 6월 13일", "2002-06-13"],
  ["2002年6月13日", "2002-06-13"],
])("%s", (text, value) => {
  expect(read(text)).toMatchObject([{ value, ambiguous: false }]);
});

test("day and month that may be the other way round are said to be so", () => {
  expect(read("05/06/2005")).toMatchObject([{ value: "2005-06-05", ambiguous: true }]);
  expect(read("05/05/2005")).toMatchObject([{ ambiguous: false }]);
  expect(showsMonthFirst("on 5/26/2005")).toBe(true);
  expect(read("05/06/2005", true)).toMatchObject([{ value: "2005-05-06", ambiguous: false }]);
});

test("a weekday is kept beside its date", () => {
  expect(read("Saturday 21 March 2005")).toMatchObject([{ value: "2005-03-21", weekday: 6 }]);
  expect(read("21 March 2005")).toMatchObject([{ weekday: null }]);
});

test.each(["30 February 2005", "32/01/2005", "in May 2005", "in March", "UA 60/10", "1997 and 2005"])(
  "no date in: %s",
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

const yearless = (text: string) => findYearless(text, tokensOf(text), "2014-04-11").map(({ value }) => value);

test("a day without a year falls before the day of issue", () => {
  expect(yearless("arrested on 2 April in the reading room")).toEqual(["2014-04-02"]);
  expect(yearless("arrested on December 30")).toEqual(["2013-12-30"]);
  expect(yearless("arrested on 2 April 2012")).toEqual([]);
});
