import { expect, test } from "vitest";
import { framedSlug, leaveFrame, takeAncestors } from "@/lib/door/frame";

const page = (meta: string) => `<html><head>${meta}<title>a</title></head><body></body></html>`;

test.each([
  ["example.org *.example.org localhost:8080", "example.org *.example.org localhost:8080"],
  ["", "'none'"],
  ["* 'self' https: data: a;script-src b,c", "'none'"],
  ["example.org; script-src *", "'none'"],
  ["example.org evil.example;", "example.org"],
])("sites %j are allowed as %j", (content, ancestors) =>
  expect(takeAncestors(page(`<meta name="frame-ancestors" content="${content}"/>`))).toEqual({
    html: page(""),
    ancestors,
  }),
);

test("a page that allows nobody is shown by nobody", () =>
  expect(takeAncestors(page(""))).toEqual({ html: page(""), ancestors: "'none'" }));

test.each([
  ['<a class="x" href="/en/privacy">', '<a class="x" href="/en/privacy" target="_blank" rel="noopener">'],
  ['<a href="https://example.org/embed/x">', '<a href="https://example.org/embed/x" target="_blank" rel="noopener">'],
  ['<a href="#name">', '<a href="#name">'],
  ['<a href="/ar/embed/x/check/t?change=1">', '<a href="/ar/embed/x/check/t?change=1">'],
  ['<a href="/en" target="_top">', '<a href="/en" target="_top">'],
  ["<a name=x>", "<a name=x>"],
  ['<article title="<a">', '<article title="<a">'],
])("%s becomes %s", (link, kept) => expect(leaveFrame(`<p>${link}</a></p>`)).toBe(`<p>${kept}</a></p>`));

test("knows the appeal of a framed page", () => {
  expect(framedSlug("/en/embed/x/check/t")).toBe("x");
  expect(framedSlug("/en/appeals/x")).toBeUndefined();
});
