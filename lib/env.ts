import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { readDkimKey } from "./delivery/dkim-key";

const blank = z.literal("").transform(() => undefined);
const optional = <T extends z.ZodType>(schema: T) => z.union([blank, schema]).optional();

const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

function wholeNumber(least: number, most: number) {
  const error = `has to be a whole number from ${least} to ${most}`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
}

const domainName = z.string().toLowerCase().regex(z.regexes.domain, "has to be a domain like example.org");

const dkimKey = z
  .string()
  .optional()
  .transform((pem, context) => {
    try {
      return pem ? readDkimKey(pem) : undefined;
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : "cannot be read");
      return z.NEVER;
    }
  });

/** As Node's resolver takes them. */
const nameServers = z
  .string()
  .regex(/^[\da-f.:[\]]+(?:[, ]+[\da-f.:[\]]+)*$/i, "has to be IP addresses like 192.0.2.53")
  .transform((list) => list.split(/[, ]+/));

/** A domain, also written as the addresses it takes faxes at. */
const faxGateway = z
  .string()
  .regex(
    /^(?:\{number\}@)?(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i,
    "has to be a domain like fax.example.org",
  );

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).catch("production"),
  PORT: wholeNumber(0, 65_535).default(3000),
  APP_URL: optional(z.url({ protocol: /^https?$/, error: "has to be an address like https://appeals.example.org" })),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "has to begin with postgresql://")),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "has to begin with smtp:// or smtps://")),
  FAX_GATEWAY: optional(faxGateway),
  MAIL_FROM: z.email("has to be one e-mail address").default("letters@appeals.example.org"),
  DKIM_SELECTOR: optional(
    z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, "has to be a selector like letters2026"),
  ),
  DKIM_KEY: dkimKey,
  DKIM_DOMAIN: optional(domainName),
  BOUNCE_ADDRESS: optional(
    z
      .email("has to be one e-mail address")
      // RFC 5321 §4.5.3.1.1: 64 octets before the @, of which a plus sign and the token take 44.
      .refine((address) => address.lastIndexOf("@") <= 20, "has to have 20 characters or fewer before the @"),
  ),
  BOUNCE_PORT: z.preprocess((given) => (given === "" ? undefined : given), wholeNumber(0, 65_535).optional()),
  BOUNCE_HOST: z.string().min(1, "has to be a name or an IP address").default("127.0.0.1"),
  INBOUND_SECRET: optional(
    z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, "has to be whsec_ and 24 bytes or more in base64"),
  ),
  AUTH_SECRET: optional(z.string().min(16, "has to be 16 characters or longer")),
  SEALING_KEY: optional(z.string().regex(/^[0-9a-f]{64}$/, "has to be 64 hexadecimal digits")),
  OWNER_EMAIL: optional(z.email("has to be one e-mail address")),
  OWNER_PASSWORD: optional(z.string().min(12, "has to be 12 characters or longer")),
  TRUSTED_PROXIES: wholeNumber(0, 9).default(0),
  NETWORK_LIMIT: wholeNumber(1, 1_000_000_000).default(120),
  SOURCE_URL: optional(z.url({ protocol: /^https?$/, error: "has to be an address like https://example.org/source" })),
  DNS_SERVERS: optional(nameServers).transform((servers) => servers ?? []),
  LEASE_SECONDS: wholeNumber(1, 3600).default(60),
  PATIENCE_SECONDS: wholeNumber(1, 3600).default(600),
  RETRY_SECONDS: wholeNumber(1, 3600).default(300),
  LANE_RATE: wholeNumber(1, 1_000_000).default(20),
  LANE_RATE_MOST: wholeNumber(1, 1_000_000).default(600),
  LANE_CONNECTIONS: wholeNumber(1, 1000).default(10),
  LOG_LEVEL: z.enum(logLevels, `has to be one of ${logLevels.join(", ")}`).default("info"),
});

export type Env = Omit<z.infer<typeof schema>, "APP_URL" | "DKIM_DOMAIN" | "AUTH_SECRET" | "SEALING_KEY"> & {
  APP_URL: string;
  DKIM_DOMAIN: string;
  AUTH_SECRET: string;
  SEALING_KEY: string;
};

const secrets = [
  "DATABASE_URL",
  "SMTP_URL",
  "DKIM_KEY",
  "INBOUND_SECRET",
  "AUTH_SECRET",
  "SEALING_KEY",
  "OWNER_PASSWORD",
];

/** What may be wrong with the environment, in one line a person can act on. */
export class EnvError extends Error {}

let parsed: Env | undefined;

/**
 * The environment, parsed once. Secrets may also come as `NAME_FILE`; `AUTH_SECRET` and `SEALING_KEY` are made on first
 * use and kept in `DATA_DIR/keys` (mode 0600).
 * @throws EnvError naming the variable that cannot be used
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

function parseEnv(source: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(withSecretFiles(source));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new EnvError(`${issue?.path.join(".")}: ${issue?.message}`);
  }
  if (!result.data.DKIM_KEY !== !result.data.DKIM_SELECTOR) throw new EnvError("DKIM_KEY and DKIM_SELECTOR: set both");
  const values = { ...result.data, DATA_DIR: resolve(result.data.DATA_DIR) };
  return {
    ...values,
    APP_URL: (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    DKIM_DOMAIN: values.DKIM_DOMAIN ?? values.MAIL_FROM.slice(values.MAIL_FROM.lastIndexOf("@") + 1).toLowerCase(),
    FAX_GATEWAY: values.FAX_GATEWAY?.replace("{number}@", ""),
    AUTH_SECRET: values.AUTH_SECRET ?? keptSecret(values.DATA_DIR, "auth-secret"),
    SEALING_KEY: values.SEALING_KEY ?? keptSecret(values.DATA_DIR, "sealing-key"),
  };
}

function withSecretFiles(source: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const all = { ...source };
  for (const name of secrets) {
    const file = source[`${name}_FILE`];
    if (!file) continue;
    if (!existsSync(file)) throw new EnvError(`${name}_FILE: there is no ${file}`);
    all[name] = readFileSync(file, "utf8").trim();
  }
  return all;
}

function keptSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, "keys");
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Two processes may start at once: the first one to write decides.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}
