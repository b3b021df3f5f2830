import { type Encoding, isEncoding } from "./schema";

/** What mailers and pages write that the Encoding Standard has no name for, or has for something narrower than is meant. */
const others: Record<string, Encoding> = {
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  "unicode-1-1-utf-8": "utf-8",
  unicode: "utf-16le",
  cp949: "euc-kr",
  ks_c_5601: "euc-kr",
  "iso-2022-kr": "euc-kr",
  gbk: "gb18030",
  cp936: "gb18030",
  "hz-gb-2312": "gb18030",
  cp950: "big5",
  cp932: "shift_jis",
};

/** The encoding a label names (`ks_c_5601-1987`, `latin1`), or null where it is unknown or none we read. */
export function findEncoding(label: string): Encoding | null {
  const name = label.trim().toLowerCase();
  const known = others[name] ?? standardName(name);
  return known !== null && isEncoding(known) ? known : null;
}

function standardName(label: string): string | null {
  try {
    const name = new TextDecoder(label).encoding;
    return name === "gbk" ? "gb18030" : name;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
