import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { type AddedMember, addMember } from "@/lib/accounts/add-member";
import { resetByOperator } from "@/lib/accounts/reset-by-operator";
import { newMemberSchema, newPasswordSchema } from "@/lib/accounts/schema";
import { closeDb } from "@/lib/db";
import { EnvError } from "@/lib/env";
import { Refusal } from "@/lib/errors";

const usage = `npm run member -- add --email E --role owner|campaigner|analyst|translator [--organisation O] [--name N]
npm run member -- reset --email E
"add" makes a member; "reset" takes a lost second factor away and ends every session of the account.
The password (at least 12 characters) comes on standard input.`;

/** What was typed cannot be carried out; the message says what to change. */
class UsageError extends Error {}

const words: Record<string, string> = {
  required: "is missing",
  email: "is not one e-mail address",
  role: "is not owner, campaigner, analyst or translator",
  "too-short": "is shorter than 12 characters",
  "too-long": "is too long",
  unsafe: "has invisible characters in it",
};

function readArguments() {
  const options = { email: "string", role: "string", organisation: "string", name: "string" } as const;
  const typed = Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }]));
  try {
    return parseArgs({ options: typed, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : usage, { cause: error });
  }
}

async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer));
    return Buffer.concat(chunks)
      .toString("utf8")
      .replace(/\r?\n$/, "");
  }
  stderr.write("Password, at least 12 characters (it is not shown): ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: silent, terminal: true });
  const password = await terminal.question("");
  terminal.close();
  stderr.write("\n");
  return password;
}

type Issue = { path: PropertyKey[]; message: string };

function check<T>(
  what: string,
  result: { success: true; data: T } | { success: false; error: { issues: Issue[] } },
): T {
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = issue?.path.length ? `--${issue.path.join(".")}` : what;
  throw new UsageError(`${name} ${words[issue?.message ?? ""] ?? "is missing"}`);
}
function tell(
  { organisation, newOrganisation, newAccount, newMember }: AddedMember,
  email: string,
  role: string,
): void {
  if (newOrganisation) console.log(`Made the organisation “${organisation}”.`);
  console.log(`${email} ${newMember ? "is now" : "was a member already and is now"} ${role} of “${organisation}”.`);
  if (!newAccount)
    console.log(
      "This e-mail could sign in before: the new password replaces the old one, and every session has ended.",
    );
}

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  if (positionals.join(" ") === "reset") return reset(values);
  if (positionals.join(" ") !== "add") throw new UsageError(usage);
  const member = check("", newMemberSchema.safeParse(values));
  const password = check("The password", newPasswordSchema.safeParse(await readPassword()));
  tell(await addMember({ ...member, password }), member.email, member.role);
}

async function reset(values: unknown): Promise<void> {
  const { email } = check("", newMemberSchema.pick({ email: true }).safeParse(values));
  await resetByOperator(email);
  console.log(`${email} signs in with the password alone now. Every session has ended.`);
}

function isExpected(error: Error): boolean {
  // Prisma's P1… codes say that a database could not be reached or opened, in one line.
  const unreachable = "code" in error && /^P1\d{3}$/.test(String(error.code));
  return unreachable || error instanceof UsageError || error instanceof Refusal || error instanceof EnvError;
}

function sayingWhy(error: Error): string {
  if (error instanceof Refusal && error.code === "not-possible-now") return "There is no second factor to take away.";
  if (!(error instanceof Refusal) || error.code !== "last-owner") return error.message;
  return "Nobody else owns this organisation. Make somebody else an owner first, then give this member another role.";
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Error) || !isExpected(error)) throw error;
  console.error(sayingWhy(error));
  process.exitCode = 1;
} finally {
  await closeDb();
}
