import { expect, test } from "vitest";
import { findForm, formRoute } from "@/lib/door/form-route";

const echo = async (_request: Request, { params }: { params: Promise<Record<"locale" | "slug", string>> }) =>
  Response.json(await params);
const forms = [formRoute("appeals", "slug", echo)];
const request = new Request("http://localhost/", { method: "POST" });

test("gives the route module what the path says", async () => {
  const answer = await findForm(forms, "/ar/appeals/a%20b")?.(request);
  expect(await answer?.json()).toEqual({ locale: "ar", slug: "a b" });
});

test.each(["/xx/appeals/a", "/en/appeals", "/en/appeals/", "/en/appeals/a/sign", "/en/check/a", "/appeals/a"])(
  "has no form at %s",
  (path) => expect(findForm(forms, path)).toBeUndefined(),
);

test("finds a form whose path has a segment between that says nothing to it", async () => {
  const framed = [...forms, formRoute("embed/*/check", "slug", echo)];
  const answer = await findForm(framed, "/en/embed/any/check/token")?.(request);
  expect(await answer?.json()).toEqual({ locale: "en", slug: "token" });
  for (const path of [
    "/en/embed/any/check",
    "/en/embed/check/token",
    "/en/embed/any/other/token",
    "/en/embed/a/b/check/t",
  ])
    expect(findForm(framed, path), path).toBeUndefined();
});
