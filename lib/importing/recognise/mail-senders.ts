import { cutEnd } from "./cut-end";
import type { ReadDocument } from "@/lib/importing/lines";
import type { Finding } from "./finding";
import type { MailBlock } from "./mail-block";
import type { ScannedLine } from "./scan";

type Headers = ReadDocument["headers"];

/** Whether the subject of a mail says that it passes something on. */
export function isForwarded(headers: Headers): boolean {
  return /^\s*(?:fwd?|wg|tr|rv|i|enc)\s?:/i.test(headers?.subject ?? "");
}

/** Who sent a mail, as its head says. */
export function senderOf(headers: Headers): Finding<string> | null {
  return headers?.from ? fromHeader(headers.from) : null;
}

/** Who sent the mails that stand in a text, by their heads. */
export function sendersOf(lines: readonly ScannedLine[], mails: readonly MailBlock[]): Finding<string>[] {
  return mails.flatMap(({ sender, from }) => (sender ? (fromHeader(sender, lines[from]?.numbers) ?? []) : []));
}

// The longest that is looked at of a line that may be of any length.
const longest = 300;

function fromHeader(from: string, lines: number[] = []): Finding<string> | null {
  const shown = from
    .slice(0, longest)
    .replace(/[<([]?\S+@\S+[>)\]]?/g, "")
    .replace(/^["'\s]+/, "");
  const value = cutEnd(shown, " \"',");
  return value ? { value, lines, confidence: 0.5 } : null;
}
