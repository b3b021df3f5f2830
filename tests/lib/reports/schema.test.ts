import { describe, expect, test } from "vitest";
import { TallyState } from "@/lib/generated/prisma/enums";
import { everConfirmed, exportColumns, isPersonal, notAtFirst, readExportForm } from "@/lib/reports/schema";

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("the export form", () => {
  test("gives columns in the order of the table, whatever the order they came in", () => {
    const asked = form([
      ["what", "signatures"],
      ["column", "country"],
      ["column", "id"],
      ["state", ""],
    ]);
    expect(readExportForm(asked)).toEqual({
      what: "signatures",
      columns: ["id", "country"],
      separator: "comma",
      state: undefined,
    });
  });

  test("takes what is allowed to be done with a name or an address along with it", () => {
    const asked = form([
      ["what", "signatures"],
      ["column", "email"],
      ["column", "name"],
      ["separator", "semicolon"],
    ]);
    expect(readExportForm(asked)).toMatchObject({
      columns: ["newsConsent", "publicNameConsent", "name", "email"],
      separator: "semicolon",
    });
  });

  test("is refused without a column, with one of another table, or for something else", () => {
    expect(readExportForm(form([["what", "signatures"]]))).toBeNull();
    expect(
      readExportForm(
        form([
          ["what", "letters"],
          ["column", "email"],
        ]),
      ),
    ).toBeNull();
    expect(
      readExportForm(
        form([
          ["what", "members"],
          ["column", "id"],
        ]),
      ),
    ).toBeNull();
  });

  test("offers at first nothing that says who somebody is", () => {
    for (const { plain } of Object.values(exportColumns)) {
      const first = plain.filter((column) => !notAtFirst.includes(column));
      expect(first.filter(isPersonal)).toEqual([]);
    }
  });
});

describe("whether anybody ever confirmed", () => {
  const nothing = Object.fromEntries(Object.values(TallyState).map((state) => [state, 0])) as Record<
    TallyState,
    number
  >;

  test("is not so while signatures only wait", () => {
    expect(everConfirmed(nothing)).toBe(false);
    expect(everConfirmed({ ...nothing, signed: 3 })).toBe(false);
  });

  test.each(["confirmed", "accepted", "cancelled", "with_signer"] as const)("is so when something is %s", (state) =>
    expect(everConfirmed({ ...nothing, [state]: 1 })).toBe(true),
  );
});
