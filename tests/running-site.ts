import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { env as testEnv } from "@/lib/env";
import { startWorld } from "@/tests/e2e/start-world";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

/** The built site and worker on this test's database, with a mail server, until the test has finished. */
export type RunningSite = { url: string; sink: SmtpSink; readLog: () => string };

export async function startSite(env: Record<string, string> = {}): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), "appeals-site-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sink = await startSink();
  onTestFinished(() => sink.stop());
  const databaseUrl = process.env.DATABASE_URL ?? "";
  // With the keys of the test, so that it can make what the site shall read.
  const { AUTH_SECRET, SEALING_KEY, DATA_DIR } = testEnv();
  const ours = { SMTP_URL: sink.url, LOG_LEVEL: "info", AUTH_SECRET, SEALING_KEY, DATA_DIR };
  const { url, log } = await startWorld({
    folder,
    databaseUrl,
    mails: "",
    env: { ...ours, ...env },
    atEnd: (stop) => onTestFinished(stop),
  });
  return { url, sink, readLog: () => readFileSync(log, "utf8") };
}

/** Posts a form as a browser on the site's own pages does. @returns the address it leads to @throws at any other answer */
export async function postForm(url: string, path: string, fields: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
    redirect: "manual",
  });
  const location = response.headers.get("location");
  if (response.status !== 303 || !location) throw new Error(`POST ${path.split("/")[2]}: ${response.status}`);
  return location;
}
