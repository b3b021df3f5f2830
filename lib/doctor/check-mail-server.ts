import { isIP } from "node:net";
import { classify, type SmtpFailure } from "@/lib/delivery/classify";
import { Session } from "@/lib/delivery/session";
import { env } from "@/lib/env";
import { type Finding, look, ok, wrong } from "./finding";

/** Whether the server of `SMTP_URL` lets us in, with TLS and login as a worker does it. No message is begun. */
export async function checkMailServer(): Promise<Finding> {
  const url = env().SMTP_URL;
  if (!url) return look("SMTP_URL is not set: every mail is kept in the Outbox and nothing leaves.");
  const host = mailHost(url);
  try {
    const session = await Session.open(url);
    const { secure } = session;
    session.close();
    if (secure || isNear(host)) return ok(`${host} lets us in${secure ? ", with TLS" : ""}.`);
    return look(
      `${host} lets us in, without TLS.`,
      "Letters can be read on the way. Use smtps://, or ?requireTLS=true.",
    );
  } catch (error) {
    const failure = error as SmtpFailure & Error;
    const { response } = classify(failure, "connecting");
    return wrong(`${host} does not let us in: ${response}`, advise(failure));
  }
}

export function mailHost(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, "");
}

/** On this machine, or in a network nobody else is in. */
export function isNear(host: string): boolean {
  return (
    host === "localhost" ||
    (isIP(host) !== 0 && /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(host))
  );
}

function advise({ code, response }: SmtpFailure): string {
  if (code === "EAUTH") return "Correct the user or the password in SMTP_URL; special characters are percent-encoded.";
  if (code === "ETLS") return "Its TLS failed: look at its certificate, and at the name in SMTP_URL.";
  if (code === "EDNS") return "Correct the name in SMTP_URL.";
  if (response) return "Ask whoever runs it, with its words.";
  return "Look at the name and the port in SMTP_URL, and whether this machine may connect there.";
}
