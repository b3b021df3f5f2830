import { dev } from "@/lib/door/mode";
import { createServer } from "node:http";
import { POST as act } from "@/app/(site)/[locale]/mine/[token]/act/route";
import { POST as confirm } from "@/app/(site)/[locale]/confirm/[token]/confirm/route";
import { POST as draft } from "@/app/(site)/[locale]/appeals/[slug]/sign/route";
import { POST as endNews } from "@/app/(site)/[locale]/news/[token]/end/route";
import { POST as draftFramed } from "@/app/(site)/[locale]/embed/[slug]/sign/route";
import { POST as sign } from "@/app/(site)/[locale]/check/[token]/sign/route";
import { POST as signFramed } from "@/app/(site)/[locale]/embed/[slug]/check/[token]/sign/route";
import { admitSender } from "@/lib/accounts/admit-sender";
import { closeDb } from "@/lib/db";
import { continueFirst, createDoor } from "@/lib/door/door";
import { formRoute } from "@/lib/door/form-route";
import { logFrameworkErrors } from "@/lib/door/framework-log";
import { commonHeaders } from "@/lib/door/headers";
import { staticFiles } from "@/lib/door/static-files";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { announceClosing } from "@/lib/process/closing";
import { endWithParent } from "@/lib/process/end-with-parent";

const forms = [
  formRoute("appeals", "slug", draft),
  formRoute("check", "token", sign),
  formRoute("confirm", "token", confirm),
  formRoute("mine", "token", act),
  formRoute("news", "token", endNews),
  formRoute("embed", "slug", draftFramed),
  formRoute("embed/*/check", "token", signFramed),
];

/** In milliseconds. Connections are kept longer than the 60 s of common proxies, which would else meet closed ones. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Starts Next and the front door before it. */
async function start(): Promise<void> {
  const { APP_URL, PORT, TRUSTED_PROXIES } = env();
  const { origin } = new URL(APP_URL);
  // next-auth reads its own address from the environment.
  process.env.NEXTAUTH_URL = APP_URL;
  const server = createServer(timeouts);
  // Outside development nothing upgrades: Next gets a server that never listens, so that ours answers such requests.
  const httpServer = dev ? server : createServer();
  const { default: next } = await import("next");
  const app = next({ dev, dir: process.cwd(), port: PORT, httpServer });
  await app.prepare();
  if (!dev) logFrameworkErrors();
  const files = dev ? undefined : staticFiles(process.cwd(), commonHeaders(origin.startsWith("https:")));
  const seen = { origin, proxies: TRUSTED_PROXIES, admit: admitSender };
  const door = createDoor({ handle: app.getRequestHandler(), forms, files, dev, ...seen });
  server.on("request", door).on("checkContinue", continueFirst(door));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(PORT, resolve));
  log.info({ port: PORT, url: APP_URL }, "the site is open");
  endWhenAsked(async () => {
    announceClosing();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 10_000).unref();
    });
    await app.close();
    await closeDb();
  });
}

/** Ends on SIGTERM, SIGINT and with the parent: what is being answered is answered first, for ten seconds at most. */
function endWhenAsked(close: () => Promise<void>): void {
  let ending: Promise<void> | undefined;
  const stop = () => (ending ??= close().then(() => process.exit(0), fail));
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  endWithParent(stop);
}

function fail(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") process.stderr.write(`Port ${env().PORT} is taken. Stop what runs there, or set PORT.\n`);
  else log.fatal({ err: error }, "the site cannot run");
  process.exit(1);
}

await start().catch(fail);
