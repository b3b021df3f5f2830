import { describe, expect, test } from "vitest";
import { formatFax, readAddress } from "@/lib/recipients/address";

describe("a fax number", () => {
  test.each([
    // [typed, country of the recipient, E.164, country it belongs to]
    ["+44 1632 960123", "GB", "+441632960123", "GB"],
    ["01632 960123", "GB", "+441632960123", "GB"],
    ["(01632) 960-123", "GB", "+441632960123", "GB"],
    ["+44 (0)1632 960123", "KR", "+441632960123", "GB"],
    ["0044 1632 960123", "GB", "+441632960123", "GB"],
    ["0044 1632 960123", "US", "+441632960123", "GB"],
    ["011 44 20 7946 0018", "US", "+442079460018", "GB"],
    ["020 7946 0018", "GB", "+442079460018", "GB"],
    ["(202) 555-0143", "US", "+12025550143", "US"],
    ["1 202 555 0143", "US", "+12025550143", "US"],
    ["+1.202.555.0143", "CN", "+12025550143", "US"],
    ["02-2100-2114", "KR", "+82221002114", "KR"],
    ["+82 (0)2 2100 2114", "CN", "+82221002114", "KR"],
    ["+82-2-2100-2114", "KR", "+82221002114", "KR"],
    ["0082 2 2100 2114", "KR", "+82221002114", "KR"],
    ["001 82 2 2100 2114", "KR", "+82221002114", "KR"],
    ["０２−２１００−２１１４", "KR", "+82221002114", "KR"],
    ["010-6596 1114", "CN", "+861065961114", "CN"],
    ["+86 10 6596 1114", "KR", "+861065961114", "CN"],
    ["0086 10 65961114", "CN", "+861065961114", "CN"],
    ["06 698 12345", "IT", "+390669812345", "VA"],
    ["  +44 1632 960123\n", "GB", "+441632960123", "GB"],
  ])("%s typed for %s", (typed, country, value, owner) => {
    expect(readAddress("fax", typed, country)).toMatchObject({
      address: { channel: "fax", value, lane: "fax" },
      country: owner,
    });
  });

  test.each([
    ["12", "GB", "fax-impossible"],
    ["+44 1632 960123 / 960124", "GB", "fax-impossible"],
    ["+1 202 555 014", "US", "fax-impossible"],
    ["+44 1632 960123 ext. 12", "GB", "fax-extension"],
    ["+44 1632 960123x12", "GB", "fax-extension"],
    ["1-800-FLOWERS", "US", "fax"],
    ["Fax: +44 1632 960123", "GB", "fax"],
    ["+44 1632 960123 (Mr Example)", "GB", "fax"],
    ["+999 123456", "GB", "fax"],
    ["01632 960123", "", "fax"],
    ["01632 960123", "XX", "fax"],
    ["minister@mfa.example.org", "GB", "fax"],
    ["", "GB", "fax"],
  ])("%j for %j is none", (typed, country, error) => {
    expect(readAddress("fax", typed, country)).toEqual({ error });
  });

  test("that is made up for stories passes, in doubt; a real one without", () => {
    expect(readAddress("fax", "+44 1632 960123", "GB")).toMatchObject({ doubtful: true });
    expect(readAddress("fax", "+82 2 2100 2114", "KR")).toMatchObject({ doubtful: false });
  });

  test("is read aloud", () => expect(formatFax("+441632960123")).toBe("+44 1632 960123"));
});

describe("an e-mail address", () => {
  test.each([
    ["minister@mfa.example.org", "minister@mfa.example.org", "mfa.example.org"],
    [" Minister@MFA.Example.ORG ", "Minister@mfa.example.org", "mfa.example.org"],
    ["post@bücher.example", "post@xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["post@BÜCHER.example", "post@xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["post@外交部.example", "post@xn--tlq87w5j9b.example", "xn--tlq87w5j9b.example"],
    ["post@외교부.example", "post@xn--9d0b002a0wg.example", "xn--9d0b002a0wg.example"],
    ["a.b+c'd@example.org", "a.b+c'd@example.org", "example.org"],
  ])("%s", (typed, value, lane) => {
    expect(readAddress("email", typed, "CN")).toEqual({ address: { channel: "email", value, lane } });
  });

  test.each([
    "minister",
    "minister@",
    "@example.org",
    "a@b@example.org",
    "a@example.org, b@example.org",
    "Minister <minister@example.org>",
    '"a b"@example.org',
    "a b@example.org",
    "a@localhost",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a@127.1",
    "a@example.org:25",
    "a@example.org/b",
    "a@-example.org",
    "a@example..org",
    "müller@example.org",
    "a@example.org\nBcc: b@example.org",
  ])("%j is none", (typed) => expect(readAddress("email", typed, "CN")).toEqual({ error: "email" }));
});

describe("a postal address", () => {
  test("is its lines without gaps", () => {
    const typed = "  Ministry of Foreign Affairs \r\n\r\n2  Chaoyangmen Nandajie\nBeijing 100701";
    expect(readAddress("post", typed, "CN").address).toEqual({
      channel: "post",
      value: "Ministry of Foreign Affairs\n2 Chaoyangmen Nandajie\nBeijing 100701",
      lane: "post",
    });
  });

  test("has one to eight lines, none too long", () => {
    expect(readAddress("post", "a\n".repeat(8), "CN").error).toBeUndefined();
    expect(readAddress("post", "a\n".repeat(9), "CN").error).toBe("post");
    expect(readAddress("post", " \n ", "CN").error).toBe("post");
    expect(readAddress("post", "a".repeat(101), "CN").error).toBe("post");
  });
});

describe("a web form", () => {
  test.each([
    ["https://mfa.example.org/contact?to=minister", "https://mfa.example.org/contact?to=minister"],
    ["https://BÜCHER.example", "https://xn--bcher-kva.example/"],
  ])("%s", (typed, value) => expect(readAddress("web_form", typed, "CN").address).toMatchObject({ value }));

  test.each([
    ["http://mfa.example.org", "web_form"],
    ["mfa.example.org", "web_form"],
    ["https://mfa.example.org/a b", "web_form"],
    ["javascript:alert(1)", "web_form"],
    ["https://", "web_form"],
    ["https://user:secret@mfa.example.org", "web_form-password"],
    ["https://user@mfa.example.org", "web_form-password"],
    ["https://localhost", "web_form-private"],
    ["https://form.localhost/", "web_form-private"],
    ["https://127.0.0.1/form", "web_form-private"],
    ["https://2130706433/form", "web_form-private"],
    ["https://0x7f.1/", "web_form-private"],
    ["https://[::1]/form", "web_form-private"],
    ["https://10.0.0.8/", "web_form-private"],
    ["https://intranet/form", "web_form-private"],
    ["https://mfa.internal/form", "web_form-private"],
    ["https://printer.local./form", "web_form-private"],
  ])("%j is none", (typed, error) => expect(readAddress("web_form", typed, "CN")).toEqual({ error }));
});

describe("a mailbox for mail from writers' own programs", () => {
  test("is read like any other, and no worker has a lane for it", () => {
    expect(readAddress("own_client", " Minister@MFA.example.org ", "CN").address).toEqual({
      channel: "own_client",
      value: "Minister@mfa.example.org",
      lane: "own_client",
    });
    expect(readAddress("own_client", "https://mfa.example.org", "CN")).toEqual({ error: "own_client" });
  });
});
