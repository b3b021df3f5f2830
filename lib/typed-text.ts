import { z } from "zod";

// Control characters, line breaks, lone surrogates and everything that turns the direction of text around.
const unsafeInLine = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
// Signs that nobody sees: format characters but for the joiners some scripts need, and letters that are blank.
const unseen = /(?![\u200c\u200d])\p{Cf}|[\u115f\u1160\u3164\uffa0\u2800]/u;
const unsafeInText = /[^\P{Cc}\n\t]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/** Whether one line holds nothing that is not seen, or that changes how the rest is read. */
export function isSafeLine(value: string): boolean {
  return !unsafeInLine.test(value) && !unseen.test(value);
}

/** One line that somebody types, or an empty one. @param most length in UTF-16 code units */
export const optionalLine = (most: number) =>
  z
    .string({ error: "required" })
    .transform((value) => value.normalize("NFC").replace(/^\p{Zs}+|\p{Zs}+$/gu, ""))
    .pipe(z.string().max(most, "too-long").refine(isSafeLine, "unsafe"));

/** One line that somebody types and that may not stay empty. @param most length in UTF-16 code units */
export const typedLine = (most: number) => optionalLine(most).pipe(z.string().min(1, "required"));

/** Lines that somebody types, or none. @param most length in UTF-16 code units */
export const typedText = (most: number) =>
  z
    .string({ error: "required" })
    .transform((value) => value.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(most, "too-long")
        .refine((value) => !unsafeInText.test(value), "unsafe"),
    );
