import { embassyLimits } from "./schema";

type Upload =
  | { text: string; problem?: undefined }
  | { text?: undefined; problem: "empty" | "too-large" | "not-utf-8" };

/** The text of a file somebody chose, else what they pasted. */
export async function readUpload(file: File, pasted: string): Promise<Upload> {
  if (Math.max(file.size, pasted.length) > embassyLimits.file) return { problem: "too-large" };
  if (file.size === 0) return pasted.trim() ? { text: pasted } : { problem: "empty" };
  const bytes = Buffer.from(await file.arrayBuffer());
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? { text } : { problem: "not-utf-8" };
}
