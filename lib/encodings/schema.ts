/** How a text may be written, by the names of the WHATWG Encoding Standard, the likeliest first. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "iso-8859-1",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-9",
  "iso-8859-15",
  "koi8-r",
  "euc-kr",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
] as const;
export type Encoding = (typeof encodings)[number];

export function isEncoding(name: string): name is Encoding {
  return (encodings as readonly string[]).includes(name);
}
