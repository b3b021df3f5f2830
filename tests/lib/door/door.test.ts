import { createServer, request as ask, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDoor } from "@/lib/door/door";
import { formRoute } from "@/lib/door/form-route";
import type { Handle } from "@/lib/door/render";
import { Refusal } from "@/lib/errors";

const origin = "https://appeals.example.org";
const html = (body: string, head = "") =>
  `<!DOCTYPE html><html><head><script src="/_next/a.js"></script>${head}</head><body>${body}<script>1</script></body></html>`;
const rendered: { url: string; headers: IncomingHttpHeaders }[] = [];

/** Stands in for Next: its pages say under which address they were asked for. */
const handle: Handle = async (request, response) => {
  const { url = "", headers } = request;
  rendered.push({ url, headers: { ...headers } });
  response.setHeader("set-cookie", "a=b");
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (url.includes("missing")) response.statusCode = 404;
  if (url.includes("throws")) throw new Error("secret");
  if (url.endsWith(".rsc")) response.setHeader("content-type", "text/x-component");
  if (url.endsWith("/picture")) response.setHeader("content-type", "image/png");
  const head = url.includes("gone") ? '<meta name="status" content="410"/>' : "";
  const plain = url.startsWith("/desk") || url.startsWith("/api");
  response.end(plain ? JSON.stringify(headers) : html(url, head));
};

const forms = [
  formRoute("appeals", "slug", async (request, { params }) => {
    const { locale, slug } = await params;
    if (slug === "closed") throw new Refusal("campaign-closed");
    if (slug === "refused") throw new Refusal("too-many-requests");
    if (slug === "broken") throw new Error("secret");
    if (slug === "teapot") return new Response(null, { status: 418 });
    const { length } = await request.text();
    return new Response(null, {
      status: 303,
      headers: { location: `/${locale}/check/${length}`, "x-network": request.headers.get("x-client-network") ?? "" },
    });
  }),
];

let server: Server;
beforeAll(async () => {
  server = createServer(createDoor({ handle, forms, origin, proxies: 1, admit: async () => 401, dev: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
/** One request, its path sent exactly as written. */
function send(path: string, { method = "GET", headers = {}, body = "" } = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: "127.0.0.1", path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
const form = (path: string, body = "a=b", headers: Record<string, string> = {}) =>
  send(path, {
    method: "POST",
    body,
    headers: { origin, "content-type": "application/x-www-form-urlencoded", ...headers },
  });

describe("a public page", () => {
  test("comes without the framework and without the visitor's headers", async () => {
    const { status, headers, body } = await send("/en/appeals/a?via=x&utm=1", {
      headers: { cookie: "session=1", host: "evil.example", "accept-encoding": "br", "x-forwarded-for": "192.0.2.1" },
    });
    expect(status).toBe(200);
    expect(brotliDecompressSync(body).toString()).toBe(
      "<!DOCTYPE html><html><head></head><body>/en/appeals/a?via=x</body></html>",
    );
    expect(headers).toMatchObject({
      "content-encoding": "br",
      vary: "Accept-Encoding",
      "strict-transport-security": /max-age/,
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["set-cookie"]).toBeUndefined();
    const seen = rendered.at(-1)?.headers;
    expect(seen).toMatchObject({
      host: "appeals.example.org",
      "x-public-path": "/appeals/a",
      "x-next-intl-locale": "en",
    });
    expect(JSON.stringify(seen)).not.toMatch(/session|evil|192/);
  });

  test("is rendered once a second, answers 304 and HEAD", async () => {
    const before = rendered.length;
    const first = await send("/en/appeals/kept");
    const again = await send("/en/appeals/kept", { headers: { "if-none-match": `"x", W/${first.headers.etag}` } });
    const head = await send("/en/appeals/kept", { method: "HEAD" });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(first.body.length),
    ]);
    expect(rendered.length - before).toBe(1);
  });

  test("may be a picture, which is kept as it is", async () => {
    const before = rendered.length;
    const first = await send("/en/appeals/a/picture?v=1", { headers: { "accept-encoding": "br" } });
    const again = await send("/en/appeals/a/picture?v=2", { headers: { "if-none-match": first.headers.etag ?? "" } });
    expect([first.status, again.status, rendered.length - before]).toEqual([200, 304, 1]);
    expect(first.headers).toMatchObject({ "content-type": "image/png", "cache-control": /^public/ });
    expect(first.headers["content-encoding"]).toBeUndefined();
  });

  test("with a token is rendered each time and kept by nobody", async () => {
    const before = rendered.length;
    const { headers } = await send("/en/check/t?x=1");
    await send("/en/check/t?x=1");
    expect([headers["cache-control"], headers.etag, rendered.length - before]).toEqual(["no-store", undefined, 2]);
  });

  test("sets its own status", async () => {
    const { status, headers, body } = await send("/en/appeals/gone");
    expect([status, headers["cache-control"]]).toEqual([410, "no-store"]);
    expect(body.toString()).not.toContain("meta");
  });
});

describe("in place of an answer of 400 or more", () => {
  test.each([
    ["/ar/appeals/missing", 404, "/ar/status/404"],
    ["/nope-missing", 404, "/en/status/404"],
    ["/en/check/throws", 500, "/en/status/500"],
    ["/en/check/a.rsc", 404, "/en/status/404"],
    ["//evil.example/%2e", 404, "/en/status/404"],
    ["/%00", 400, "/en/status/400"],
    ["/_global-error", 404, "/en/status/404"],
    [`/ar/${"a".repeat(3000)}`, 414, "/ar/status/414"],
  ])("%s gets the page of its status", async (path, status, page) => {
    const answer = await send(path);
    expect([answer.status, answer.headers["cache-control"], answer.headers.location]).toEqual([
      status,
      "no-store",
      undefined,
    ]);
    expect(answer.body.toString()).toContain(`<body>${page}</body>`);
  });

  test.each(["DELETE", "OPTIONS", "TRACE", "POST"])("%s is told what is allowed", async (method) => {
    const { status, headers } = await send("/en", { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});

describe("a form", () => {
  test("is answered by its route module, which learns the network only", async () => {
    const headers = { "x-client-network": "forged", "x-forwarded-for": "9.9.9.9, 192.0.2.77" };
    const { status, headers: got } = await form("/en/appeals/a", "abc", headers);
    expect([status, got.location, got["x-network"], got["cache-control"]]).toEqual([
      303,
      "/en/check/3",
      "192.0.2.0/24",
      "no-store",
    ]);
  });

  test.each(["null", "http://appeals.example.org", "https://evil.example", ""])("from %j is refused", async (from) => {
    expect((await form("/en/appeals/a", "a=b", { origin: from })).status).toBe(403);
  });

  test("that is too large is refused, declared or not", async () => {
    const large = "a".repeat(1_000_000);
    const started = performance.now();
    const declared = await form("/en/appeals/a", large, { "content-length": String(large.length) });
    const chunked = await form("/en/appeals/a", large, { "transfer-encoding": "chunked" });
    expect([declared.status, chunked.status]).toEqual([413, 413]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each([
    ["/en/appeals/closed", 410, "/en/status/410?because=campaign-closed"],
    ["/en/appeals/refused", 429, "/en/status/429"],
    ["/ar/appeals/broken", 500, "/ar/status/500"],
    ["/en/appeals/teapot", 418, "/en/status/400"],
  ])("at %s ends on a status page", async (path, status, page) => {
    const answer = await form(path);
    expect([answer.status, answer.body.toString().includes(`<body>${page}</body>`)]).toEqual([status, true]);
  });

  test("of another type is refused", async () => {
    expect((await form("/en/appeals/a", "{}", { "content-type": "application/json" })).status).toBe(415);
  });
});

test("a short address leads to the visitor's language", async () => {
  const { status, headers } = await send("/confirm/t?x=//evil", { headers: { "accept-language": "ar" } });
  expect([status, headers.location, headers.vary]).toEqual([307, "/ar/confirm/t?x=//evil", "Accept-Language"]);
});

describe("the desk", () => {
  test("gets a nonce, and the network in place of the address", async () => {
    const forged = {
      "x-forwarded-for": "192.0.2.77",
      "x-real-ip": "192.0.2.77",
      "x-client-network": "x",
      "x-public-path": "/x",
      host: "evil",
    };
    const { headers, body } = await send("/desk", { headers: { ...forged, cookie: "session=1" } });
    const seen = JSON.parse(body.toString()) as IncomingHttpHeaders;
    expect(seen["content-security-policy"]).toBe(headers["content-security-policy"]);
    expect(seen).toMatchObject({
      cookie: "session=1",
      host: "appeals.example.org",
      "x-client-network": "192.0.2.0/24",
    });
    expect(JSON.stringify(seen)).not.toMatch(/192\.0\.2\.77|x-public-path|x-real-ip|evil/);
  });

  test.each([
    ["/desk/campaigns", undefined, 403],
    ["/desk/campaigns", "https://evil.example", 403],
    ["/api/auth/callback", undefined, 403],
    ["/desk/campaigns", origin, 200],
    ["/api/v1/appeals", undefined, 200],
  ])("POST %s from %s: %i", async (path, from, status) => {
    expect((await send(path, { method: "POST", headers: from ? { origin: from } : {} })).status).toBe(status);
  });
});
