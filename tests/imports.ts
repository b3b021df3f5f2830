import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { ImportState } from "@/lib/generated/prisma/enums";
import { sealImportFile } from "@/lib/imports/file-seal";
import iconv from "iconv-lite";

const head = ["직위", "국가", "언어", "인사말", "이메일", "팩스", "주소", "태그", "그룹"];

/** A list of offices as a Korean ministry would export it; the rows named by `spoilt` cannot be imported. */
export function koreanList(rows: number, spoilt: (row: number) => boolean = () => false): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    [
      `제${row} 국장`,
      spoilt(row) ? "없는나라" : "대한민국",
      "ko",
      "존경하는 국장님께",
      `office-${row}@ministry.test`,
      `02-2100-${String(row % 10_000).padStart(4, "0")}`,
      `"서울특별시 세종대로 ${row}, 우편번호 03171"`,
      "=1+1",
      "내각",
    ].join(","),
  );
  return [head.join(","), ...lines, ""].join("\r\n");
}

export function inEncoding(text: string, encoding: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding));
}

/** An import of an organisation that has ended: one recipient was made, one row is bad. @returns its id */
export async function makeImport(
  { id: organisationId }: { id: string },
  state: ImportState = "done",
  rows = "Office,KE\nOffice,\n",
): Promise<string> {
  const id = uuidv7();
  const reading = { encoding: "utf-8", separator: "comma", header: false };
  const columns = ["office", "country"];
  const standIns = { textLanguage: "en", country: "", language: "en", salutation: "", group: "", twins: "skip" };
  await db().recipientImport.create({
    data: {
      id,
      organisationId,
      state,
      accountId: uuidv7(),
      fileName: "list.csv",
      total: 2,
      made: 1,
      bad: 1,
      sealedFile: sealImportFile(id, Buffer.from(rows)),
      settings: { reading, columns: { columns, ...standIns } },
      rows: { create: { number: 1, line: 2, outcome: "bad", problems: [] } },
    },
  });
  return id;
}
