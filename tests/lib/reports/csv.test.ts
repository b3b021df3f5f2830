import { expect, test } from "vitest";
import { csvLine, textCell } from "@/lib/reports/csv";
import { parseCsv } from "@/tests/parse-csv";

test.each(["=1+1", "+49", "-3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", '=HYPERLINK("x")'])(
  "%j is not run by a spreadsheet",
  (value) => {
    const [[cell] = []] = parseCsv(csvLine([textCell(value)], ","));
    expect(cell).toBe(`'${value}`);
  },
);

test.each([
  "",
  "Ann",
  "a=b",
  " =1",
  "'quoted'",
  'say "no"',
  '"',
  "a,b;c",
  "one\ntwo\r\nthree",
  "007",
  "김철수",
  "زبيدة",
  "👩‍🏫",
])("%j comes back as it was", (value) => {
  for (const separator of [",", ";"]) {
    expect(parseCsv(csvLine([textCell(value), textCell("end")], separator), separator)).toEqual([[value, "end"]]);
  }
});
