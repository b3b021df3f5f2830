import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { readEmbassyFile } from "@/lib/embassies/read-file";
import { embassyLimits } from "@/lib/embassies/schema";
import { readUpload, type UploadForm } from "@/lib/embassies/read-upload";

const csv = [
  "represents;host;office;salutation;email",
  "RU;KZ;Посол Российской Федерации в Казахстане;Ваше Превосходительство,;one@mfa.example.org",
  "RU;UZ;Посол Российской Федерации в Узбекистане;Ваше Превосходительство,;one@mfa.example.org",
].join("\r\n");

const nothing = { file: new File([], ""), pasted: "", bytes: "", encoding: "", before: "" };
const read = (form: Partial<UploadForm>) => readUpload({ ...nothing, ...form });
const fileOf = (text: string, encoding: string) => new File([new Uint8Array(iconv.encode(text, encoding))], "list.csv");

test.each(["utf-8", "windows-1251", "koi8-r", "utf-16le"])(
  "a file in %s is read as it was written",
  async (encoding) => {
    const mark = encoding === "utf-16le" ? "\ufeff" : "";
    const upload = await read({ file: fileOf(mark + csv, encoding) });
    expect(upload).toMatchObject({ text: csv, reading: { encoding } });
    expect(readEmbassyFile(upload.text ?? "").problems).toEqual([]);
  },
);

test("a file as large as one may be comes back from its form, with its lines ended as browsers end them", async () => {
  const text = "CN,Chad,Ambassador\n".repeat(embassyLimits.file / 20).padEnd(embassyLimits.file, "x");
  const first = await read({ file: fileOf(text, "utf-8") });
  const kept = { bytes: first.problem ? "" : (first.reading?.bytes ?? ""), encoding: "utf-8", before: "utf-8" };
  const sent = { ...kept, pasted: text.replaceAll("\n", "\r\n") };
  expect((await read(sent)).problem).toBeUndefined();
  expect((await read({ ...sent, pasted: `${sent.pasted}x` })).problem).toBe("too-large");
  expect((await read({ file: fileOf(`${text}x`, "utf-8") })).problem).toBe("too-large");
});

test("the same file is read another way once an encoding is chosen, and what was mended stays otherwise", async () => {
  const first = await read({ file: fileOf(csv, "windows-1251") });
  const kept = { bytes: first.problem ? "" : (first.reading?.bytes ?? ""), before: "windows-1251" };
  const wrong = await read({ ...kept, pasted: csv, encoding: "iso-8859-7" });
  expect(wrong.text).not.toBe(csv);
  const right = await read({ ...kept, before: "iso-8859-7", pasted: wrong.text ?? "", encoding: "windows-1251" });
  expect(right).toMatchObject({ text: csv, reading: { encoding: "windows-1251" } });
  expect(await read({ ...kept, pasted: "mended", encoding: "windows-1251" })).toMatchObject({ text: "mended" });
});

test("signs that could not be read are told by line, and nothing of it is added", async () => {
  const { text = "" } = await read({
    bytes: Buffer.from(iconv.encode(csv, "windows-1251")).toString("base64"),
    before: "windows-1251",
    encoding: "utf-8",
  });
  expect(readEmbassyFile(text)).toEqual({
    rows: [],
    problems: [
      { line: 2, field: "csv", code: "unreadable" },
      { line: 3, field: "csv", code: "unreadable" },
    ],
  });
});

test("what is no text, nothing, or too much is told", async () => {
  expect(await read({ file: new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], "a.xlsx") })).toEqual({
    problem: "spreadsheet",
  });
  expect(await read({ file: new File([new Uint8Array([0, 1, 2, 0, 0, 3])], "a.bin") })).toEqual({ problem: "binary" });
  expect(await read({})).toEqual({ problem: "empty" });
  expect(await read({ bytes: "A".repeat(1_400_000), encoding: "utf-8" })).toEqual({ problem: "too-large" });
});
