import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDoor } from "@/lib/door/door";
import { formRoute } from "@/lib/door/form-route";
import type { Handle } from "@/lib/door/render";
import { Refusal } from "@/lib/errors";

const origin = "http://appeals.example.org";
let hosts = "a.example";

/** Stands in for Next: pages in a frame say who may show them. */
const handle: Handle = async (request, response) => {
  const { url = "", headers } = request;
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (url.includes("/embed/missing")) response.statusCode = 404;
  const head = url.includes("/embed/") ? `<meta name="frame-ancestors" content="${hosts}"/>` : "";
  const told = String(headers["x-public-query"] ?? "");
  response.end(`<html><head>${head}</head><body>${url.split("?")[0]} ${told} <a href="/en">home</a></body></html>`);
};

const forms = [
  formRoute("embed", "slug", async (): Promise<Response> => {
    throw new Refusal("campaign-paused");
  }),
];

let server: Server;
beforeAll(async () => {
  server = createServer(createDoor({ handle, forms, origin, proxies: 0, admit: async () => 401, dev: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

async function send(path: string, more: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...more });
  const policy = response.headers.get("content-security-policy");
  return { status: response.status, policy, body: await response.text() };
}

test.each(["/en/embed/x?theme=moss&utm=1", "/en/embed/x/check/t?theme=moss&change=1"])(
  "%s may be shown by the sites it names, which stay out of the page, and its links lead out of it",
  async (path) => {
    const { policy, body } = await send(path);
    expect(policy).toMatch(/frame-ancestors a\.example$/);
    expect(body).toContain("?theme=moss ");
    expect(body).not.toContain("meta");
    expect(body).toContain('<a href="/en" target="_blank" rel="noopener">');
  },
);

test("a page that is no frame may be shown by nobody, whatever it says", async () => {
  const { policy, body } = await send("/en/appeals/embed");
  expect(policy).toMatch(/frame-ancestors 'none'$/);
  expect(body).not.toContain("_blank");
});

test("the sites of a kept page change with the page, though its words do not", async () => {
  expect((await send("/en/embed/kept")).policy).toContain("a.example");
  hosts = "b.example";
  await expect.poll(async () => (await send("/en/embed/kept")).policy, { timeout: 5000 }).toContain("b.example");
  hosts = "a.example";
});

test("a refused form is told of inside the frame, and outside where there is none", async () => {
  const form = { method: "POST", body: new URLSearchParams({ a: "b" }), headers: { origin } };
  const refused = await send("/ar/embed/x?theme=moss", form);
  expect([refused.status, refused.policy]).toEqual([409, expect.stringContaining("frame-ancestors a.example")]);
  expect(refused.body).toContain("/ar/embed/x/status/409 ?because=campaign-paused&theme=moss");
  const missing = await send("/en/embed/missing");
  expect([missing.status, missing.policy]).toEqual([404, expect.stringContaining("frame-ancestors 'none'")]);
  expect(missing.body).toContain("/en/status/404");
});
