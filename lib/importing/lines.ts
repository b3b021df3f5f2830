import type { Loss, Repair } from "./schema";

/**
 * One line of an appeal as the recognisers see it. `number`: of the line in the decoded original, from 1; what was joined from
 * several lines keeps all their numbers. `depth`: how many times it was quoted. `text`: repaired, without quote marks and white
 * space at its ends. `blank`: nothing on it.
 */
export type Line = { numbers: number[]; depth: number; text: string; blank: boolean };

/** The text of an appeal, repaired and in lines, with all that was changed in it and all that is lost. */
export type LineModel = { lines: Line[]; repairs: Repair[]; lossy: Loss[] };

/** A document as it was read: `text` decoded, with "\n" between its lines; `mediaType` as found, not as said. */
export type ReadDocument = {
  text: string;
  mediaType:
    | "text/plain"
    | "message/rfc822"
    | "text/html"
    | "application/pdf"
    | "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  /** How its bytes were read, as the Encoding Standard names it; null where the format itself says it (PDF, DOCX). */
  encoding: string | null;
  /** Encodings it may have as well, the likeliest first. */
  others: string[];
  /** What the headers of a mail say. */
  headers: { from: string | null; subject: string | null; date: string | null } | null;
};
