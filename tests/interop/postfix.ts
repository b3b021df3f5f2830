import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/database/free-port";

export type Postfix = {
  port: number;
  /** What lies in a mailbox, as it was delivered. */
  mails: (address: string) => Buffer[];
  log: () => string;
  stop: () => void;
};

type Settings = {
  /** They get a Maildir each. Everybody else of their domains is unknown, which shows at delivery only. */
  mailboxes: string[];
  /** Mail for this domain goes to this port. */
  transport?: { domain: string; port: number };
};

/** A postfix of its own: configuration, queue and mailboxes in a folder that goes with it, one port on loopback. Needs root. */
export async function startPostfix({ mailboxes, transport }: Settings): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), "appeals-postfix-"));
  const port = await freePort();
  const config = join(folder, "config");
  // Its programs run as a user of their own and have to find their way in.
  chmodSync(folder, 0o755);
  for (const name of ["config", "queue", "data", "mail"]) mkdirSync(join(folder, name));
  for (const name of ["data", "mail"]) chownSync(join(folder, name), owner("-u"), owner("-g"));
  const write = (name: string, lines: string[]) => writeFileSync(join(config, name), `${lines.join("\n")}\n`);
  write(
    "main.cf",
    Object.entries(configure(folder, mailboxes)).map(([name, value]) => `${name} = ${value}`),
  );
  write("master.cf", services(port));
  write(
    "mailboxes",
    mailboxes.map((address) => `${address} ${address}/`),
  );
  write("transport", transport ? [`${transport.domain} smtp:[127.0.0.1]:${transport.port}`] : []);
  for (const name of ["postfix-files", "dynamicmaps.cf"]) cpSync(join("/etc/postfix", name), join(config, name));
  const control = (verb: string) => execFileSync("postfix", ["-c", config, verb], { stdio: "pipe" });
  control("start");
  return {
    port,
    mails: (address) => {
      const box = join(folder, "mail", address, "new");
      return existsSync(box) ? readdirSync(box).map((name) => readFileSync(join(box, name))) : [];
    },
    log: () => readFileSync(join(folder, "log"), "utf8"),
    stop: () => {
      control("abort");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A user's or group's number. */
function owner(what: "-u" | "-g"): number {
  return Number(execFileSync("id", [what, "postfix"], { encoding: "utf8" }));
}

function configure(folder: string, mailboxes: string[]): Record<string, string> {
  const config = join(folder, "config");
  const domains = [...new Set(mailboxes.map((address) => address.split("@")[1] ?? ""))];
  return {
    compatibility_level: "3.6",
    queue_directory: join(folder, "queue"),
    data_directory: join(folder, "data"),
    maillog_file: join(folder, "log"),
    maillog_file_prefixes: folder,
    myhostname: "mail.mfa.test",
    mydestination: "",
    alias_maps: "",
    inet_interfaces: "127.0.0.1",
    mynetworks: "127.0.0.0/8",
    smtpd_relay_restrictions: "permit_mynetworks, reject",
    // Else it would refuse an unknown mailbox at once, and no report would come.
    smtpd_reject_unlisted_recipient: "no",
    virtual_mailbox_domains: domains.join(", "),
    virtual_mailbox_maps: `texthash:${join(config, "mailboxes")}`,
    virtual_mailbox_base: join(folder, "mail"),
    virtual_uid_maps: `static:${owner("-u")}`,
    virtual_gid_maps: `static:${owner("-g")}`,
    virtual_minimum_uid: "1",
    transport_maps: `texthash:${join(config, "transport")}`,
    smtp_dns_support_level: "disabled",
    smtp_tls_security_level: "none",
  };
}

/** Debian's services without their jails, and with one door. */
function services(port: number): string[] {
  const plain = (name: string, command = name) => unix(name, "-", "-", command);
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    unix("pickup", "60", "1", "pickup", "n"),
    unix("cleanup", "-", "0", "cleanup", "n"),
    unix("qmgr", "5", "1", "qmgr", "n"),
    unix("flush", "1000?", "0", "flush", "n"),
    unix("showq", "-", "-", "showq", "n"),
    unix("tlsmgr", "1000?", "1", "tlsmgr"),
    ...["bounce", "defer", "trace"].map((name) => unix(name, "-", "0", "bounce")),
    ...["verify", "anvil", "scache"].map((name) => unix(name, "-", "1", name)),
    plain("rewrite", "trivial-rewrite"),
    ...["proxymap", "smtp", "error", "discard"].map((name) => plain(name)),
    "virtual unix - n n - - virtual",
    plain("retry", "error"),
    plain("relay", "smtp"),
    "postlog unix-dgram n - n - 1 postlogd",
  ];
}

function unix(name: string, wakeup: string, most: string, command: string, isPrivate = "-"): string {
  return `${name} unix ${isPrivate} - n ${wakeup} ${most} ${command}`;
}
