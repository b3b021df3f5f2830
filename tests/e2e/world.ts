import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";

/** A running installation as the tests see it from outside. */
export type World = {
  url: string;
  databaseUrl: string;
  /** Everything site and worker say. */
  log: string;
  /** A folder with each message the mail server took, as it came; empty where no mail server is connected. */
  mails: string;
  /** Opens the desk of an installation that nobody owns yet. */
  setUpLink: string | null;
};

/** `sending` has a mail server and an owner, `capturing` neither, `fresh` a mail server and nobody. */
export type Worlds = { sending: World; capturing: World; fresh: World };

/** Who owns the installation that sends. */
export const owner = { email: "owner@desk.test", password: "five words are not hard" } as const;

/** Where letters come from. */
export const mailFrom = "letters@appeals.test";

/** The installations of this worker, as the global set-up left word of them: what one test changes no other worker sees. */
export function worlds(): Worlds {
  const all = JSON.parse(process.env.E2E_WORLDS ?? "[]") as Worlds[];
  const own = all[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (!own) throw new Error("more workers than the global set-up started installations for");
  return own;
}

/** Everything an installation has logged so far. */
export function readLog(world: World): string {
  return readFileSync(world.log, "utf8");
}

/** A message with what its envelope said and its bytes. */
export type Delivered = Email & { envelope: { from: string; to: string }; raw: string };

/** The messages to an address, in the order in which they came. */
export async function listMails(world: World, to: string): Promise<Delivered[]> {
  const files = readdirSync(world.mails).filter((name) => name.endsWith(".json"));
  const all = files.toSorted().map((name) => {
    const { envelope, bytes } = JSON.parse(readFileSync(join(world.mails, name), "utf8")) as SavedMail;
    return { envelope, bytes: Buffer.from(bytes, "base64") };
  });
  const wanted = all.filter(({ envelope }) => envelope.to === to);
  return Promise.all(
    wanted.map(async ({ envelope, bytes }) => ({
      ...(await PostalMime.parse(bytes)),
      envelope,
      raw: bytes.toString("latin1"),
    })),
  );
}

export type SavedMail = { envelope: { from: string; to: string }; bytes: string };

/** Waits for the next message to an address that fits. */
export async function mailTo(world: World, to: string, fits: (mail: Delivered) => boolean = () => true) {
  let found: Delivered | undefined;
  await expect
    .poll(async () => (found = (await listMails(world, to)).find(fits)), {
      message: `a mail to ${to}`,
      timeout: 15_000,
    })
    .toBeDefined();
  if (!found) throw new Error("unreachable: the poll has found it");
  return found;
}
