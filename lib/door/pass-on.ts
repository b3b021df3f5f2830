import type { IncomingMessage, ServerResponse } from "node:http";
import { commonHeaders, dataPolicy, deskPolicy, newNonce } from "./headers";
import type { Handle } from "./render";

// What only we may say to Next, and the ways in which proxies tell a visitor's address.
const ours = [
  "cf-connecting-ip",
  "content-security-policy",
  "content-security-policy-report-only",
  "forwarded",
  "true-client-ip",
  "x-next-intl-locale",
  "x-nonce",
  "x-public-path",
  "x-public-query",
  "x-real-ip",
];

type Settings = { origin: string; dev: boolean; network: (request: IncomingMessage) => string };

/**
 * Hands a request over to Next as it is, but for the headers that are ours to say: the host is the installation's, the
 * visitor is a network. Next compares Origin with that host before it runs a Server Action.
 */
export function passer(handle: Handle, { origin, dev, network }: Settings) {
  const { host, protocol } = new URL(origin);
  const common = new Map(Object.entries(commonHeaders(protocol === "https:")));
  return async (request: IncomingMessage, response: ServerResponse, kind: "desk" | "api" | "file"): Promise<void> => {
    const { headers } = request;
    for (const name of ours) delete headers[name];
    headers["x-client-network"] = network(request);
    // Next would put the raw address of the socket here.
    headers["x-forwarded-for"] = network(request).split("/")[0] ?? "";
    headers.host = host;
    headers["x-forwarded-host"] = host;
    headers["x-forwarded-proto"] = protocol.slice(0, -1);
    response.setHeaders(common);
    if (kind === "api") response.setHeader("content-security-policy", dataPolicy);
    if (kind === "desk") {
      const policy = deskPolicy(newNonce(), dev);
      headers["content-security-policy"] = policy;
      response.setHeader("content-security-policy", policy);
    }
    await handle(request, response);
  };
}
