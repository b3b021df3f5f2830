import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { Refusal, type RefusalCode } from "@/lib/errors";
import { readApart } from "@/lib/importing/read-apart";

const usage = `npm run import -- FILE [--encoding NAME]
prints the draft campaign read from an appeal (text, mail, web page, PDF or Word document) as JSON`;

/** What was typed cannot be carried out; the message says why, in one line. */
class UsageError extends Error {}

const words: Partial<Record<RefusalCode, string>> = {
  "document-empty": "There is no text in this file.",
  "document-no-text": "This PDF holds pictures of pages and no text.",
  "document-too-long": "There is too much in this file: half a million characters of text and 200 pages at most.",
  "document-too-slow": "Reading this file took too long or too much memory and was stopped.",
  "document-unreadable": "This is no text, mail, web page, PDF or Word document (.docx), or it is damaged or locked.",
  "too-large": "This file is too large: five megabytes at most.",
};

function readArguments(): { file: string; encoding: string | undefined } {
  const options = { encoding: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(usage);
  return { file, encoding: values.encoding };
}

async function main(): Promise<void> {
  const { file, encoding } = readArguments();
  const built = join(import.meta.dirname, "reading.js");
  const { draft } = await readApart(await readFile(file), { encoding, name: basename(file) }, { built });
  process.stdout.write(`${JSON.stringify(draft, null, 2)}\n`);
}

/** In one line; null: it is our fault. */
function sayingWhy(error: unknown): string | null {
  if (error instanceof Refusal) return words[error.code] ?? error.code;
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError || code?.startsWith("ERR_PARSE_ARGS")) return error.message;
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EISDIR") return "This is a folder. Name one file.";
  return code === "EACCES" ? "This file may not be read by you." : null;
}

try {
  await main();
} catch (error) {
  const why = sayingWhy(error);
  if (why === null) throw error;
  console.error(why);
  process.exitCode = 1;
}
