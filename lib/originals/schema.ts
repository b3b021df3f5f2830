import { z } from "zod";
import { encodings } from "@/lib/encodings/schema";
import { optionalLine } from "@/lib/typed-text";

/** Lengths in UTF-16 code units; `file` in bytes. */
export const limits = { text: 200_000, file: 5 * 1024 * 1024, line: 200 } as const;

/** How the bytes of an original are to be read, as the member who received it believes. */
export const originalEncodings = [...encodings, "unknown"] as const;

const line = optionalLine(limits.line).transform((value) => value || null);

const day = z
  .string({ error: "required" })
  .trim()
  .refine((value) => value === "" || (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))), "invalid")
  .transform((value) => (value === "" ? null : new Date(value)));

/**
 * Where an appeal comes from, and the appeal as it was received: pasted, or a file (given here by its size in bytes). Both
 * may be missing, where there is an original already or none is to be had.
 */
export const originalSchema = z
  .object({
    text: z.string({ error: "required" }).max(limits.text, "too-long"),
    file: z.string({ error: "required" }).refine((size) => Number(size) <= limits.file, "too-large"),
    encoding: z.enum(originalEncodings, "required"),
    originator: line,
    originatorAt: line,
    forwarder: line,
    forwarderAt: line,
    reference: line,
    incidentOn: day,
    issuedOn: day,
  })
  .refine(({ text, file }) => text === "" || Number(file) === 0, { path: ["file"], message: "both" })
  .transform(({ file: _size, text, encoding, ...facts }) => ({
    ...facts,
    // Browsers send pasted lines with CRLF, whatever they were.
    text: text.replace(/\r\n?/g, "\n"),
    encoding: text === "" ? encoding : ("utf-8" as const),
  }));

export type OriginalInput = z.infer<typeof originalSchema>;
