import { z } from "zod";
import { typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units, as a browser's `maxlength` counts them. */
export const limits = { name: 120, email: 254, body: 6000, ownWords: 2000, partner: 40 } as const;

export const disclosures = ["full", "initials", "counted"] as const;

// A name stands in the heads of mails: what looks like an address there would pass for one.
const name = typedLine(limits.name)
  .refine((value) => /\p{L}/u.test(value), "no-letters")
  .refine((value) => !/[@<>]|:\/\//.test(value), "address");

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/**
 * The form a signer fills in. Messages are keys of `site.errors`. One mailbox only: no group, comment, quoted local part
 * or second `@` (RFC 5321 §4.1.2 without quoted-string).
 */
export const signerSchema = z.object({
  name,
  email: typedLine(limits.email).pipe(z.email("email")),
  country: z.string({ error: "required" }).regex(/^[A-Z]{2}$/, "required"),
  body: typedText(limits.body),
  ownWords: typedText(limits.ownWords),
  disclosure: z.enum(disclosures, "required"),
  replyConsent: ticked,
  newsConsent: ticked,
  publicNameConsent: ticked,
});

/** What a signer gave, checked. */
export type Signer = z.infer<typeof signerSchema>;

/** What a person typed, before any check: sealed as it is, so that nothing typed is lost. */
export type Typed = Partial<Record<keyof Signer, string>>;

export const typedFields = Object.keys(signerSchema.shape) as (keyof Signer)[];
