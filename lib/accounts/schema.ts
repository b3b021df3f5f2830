import { z } from "zod";
import { typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units, as a browser's `maxlength` counts them. */
export const limits = {
  name: 120,
  organisation: 160,
  email: 254,
  passkey: 60,
  passwordLeast: 12,
  passwordMost: 200,
  privacyText: 20_000,
} as const;

export const roles = ["owner", "campaigner", "analyst", "translator"] as const;

const email = typedLine(limits.email).pipe(z.email("email"));

/** What may stay empty is null then. */
const orNothing = (schema: z.ZodType<string, string>) =>
  z
    .string({ error: "required" })
    .transform((value) => value.trim() || null)
    .pipe(schema.nullable());

/** A password somebody chooses: long rather than odd (NIST SP 800-63B §3.1.1.2). */
export const newPasswordSchema = z
  .string({ error: "required" })
  .min(1, "required")
  .min(limits.passwordLeast, "too-short")
  .max(limits.passwordMost, "too-long");

/** A password somebody has: only its length is looked at before it is tried. */
const heldPassword = z.string({ error: "required" }).min(1, "required").max(limits.passwordMost, "too-long");

/** What an owner may give to or take from a member beside the role. */
export const rights = ["personal", "manage", "send", "export"] as const;

/** The sign-in form. Messages are keys of `desk.errors`. */
export const signInSchema = z.object({
  email,
  password: heldPassword,
});

/** The set-up form of a new installation: its organisation and first owner. */
export const setUpSchema = z.object({
  organisation: typedLine(limits.organisation),
  name: typedLine(limits.name),
  email,
  password: newPasswordSchema,
});

/** What the set-up form posts: the same, with the token of its link. */
export const setUpRequestSchema = setUpSchema.extend({ token: z.string({ error: "required" }) });

/** A member as `npm run member` takes one. Without an organisation: the only one there is. */
export const newMemberSchema = z.object({
  email,
  role: z.enum(roles, "role"),
  organisation: typedLine(limits.organisation).optional(),
  name: typedLine(limits.name).optional(),
});

/** What an owner chooses for a member. */
export const roleSchema = z.object({ role: z.enum(roles, "required") });

/** The form that asks somebody to become a member. */
export const inviteSchema = z.object({ email, ...roleSchema.shape });

/** Joining by an invitation: a new account, or the password of the one there is. */
export const joinAsNewSchema = z.object({ name: typedLine(limits.name), password: newPasswordSchema });
export const joinByPasswordSchema = z.object({ currentPassword: heldPassword });

/** The field of the password that an act asks for again: each its own, for several stand on one page. */
export function proofField(act: string): string {
  return `proof-${act}-password`;
}

export function proofSchema(act: string) {
  return z.object({ [proofField(act)]: heldPassword });
}

export const changeNameSchema = z.object({ name: typedLine(limits.name) });
export const changePasswordSchema = z.object({ currentPassword: heldPassword, password: newPasswordSchema });

/** A code of an authenticator app, or a recovery code. */
export const codeSchema = z.object({
  code: z.string({ error: "required" }).trim().min(1, "required").max(60, "too-long"),
});

/** Password and code, asked for again before a second factor is changed. */
export const proveByCodeSchema = codeSchema.extend(proofSchema("code").shape);
export const proveByPasskeySchema = proofSchema("key");

/** The form that adds a passkey: what it is called, and the password where there is no second factor yet. */
export const passkeyNameSchema = z.object({ passkeyName: typedLine(limits.passkey) });
export const newPasskeyFormSchema = passkeyNameSchema.extend(proofSchema("passkey").shape);
export const nothingSchema = z.object({});

const bytes = z.base64url().max(8000);

/** What comes as text and is JSON of that shape; the messages are nobody's to read. */
const answered = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "invalid" });
        return z.NEVER;
      }
    })
    .pipe(shape);

const passkey = { id: bytes, rawId: bytes, type: z.literal("public-key"), clientExtensionResults: z.object({}) };

/** What an authenticator makes when a passkey is added (WebAuthn §5.1, as JSON). */
export const newPasskeySchema = answered(
  z.object({
    ...passkey,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  }),
);

/** What an authenticator makes when a passkey is used. */
export const heldPasskeySchema = answered(
  z.object({
    ...passkey,
    response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
  }),
);

const ticked = z
  .literal("yes", "invalid")
  .optional()
  .transform((value) => value === "yes");

export const rightsSchema = z.object({ personal: ticked, manage: ticked, send: ticked, export: ticked });
export const requireSecondFactorSchema = z.object({ required: ticked });

const asked = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** A search of the audit log, as an address carries it: what cannot be read is not asked. */
export const auditSearchSchema = z.object({
  who: asked(z.uuid()),
  what: asked(z.string().min(1).max(80)),
  subject: asked(z.string().trim().pipe(z.uuid())),
  from: asked(z.iso.date()),
  to: asked(z.iso.date()),
});

/** What is said about an organisation, and how its letters are sent. What is left empty is null. */
export const organisationSchema = z.object({
  organisation: typedLine(limits.organisation),
  senderName: orNothing(typedLine(limits.organisation)),
  senderAddress: orNothing(email),
  privacyText: orNothing(typedText(limits.privacyText)),
  needsApproval: ticked,
  showsVerified: ticked,
});

/** What a form is about, in a field nobody sees. */
export const idSchema = z.object({ id: z.string({ error: "required" }) });
export const tokenSchema = z.object({ token: z.string({ error: "required" }) });

export type InviteInput = z.infer<typeof inviteSchema>;
export type JoinAsNewInput = z.infer<typeof joinAsNewSchema>;
export type OrganisationInput = z.infer<typeof organisationSchema>;
export type RightsInput = z.infer<typeof rightsSchema>;
export type AuditSearch = z.infer<typeof auditSearchSchema>;
export type SignInInput = z.infer<typeof signInSchema>;
export type SetUpRequest = z.infer<typeof setUpRequestSchema>;
export type NewMember = z.infer<typeof newMemberSchema>;
