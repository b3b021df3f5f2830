import { describe, expect, test } from "vitest";
import { recipientFields, textLanguages } from "@/lib/recipients/form";
import { recipientActSchema, recipientSchema, standingOf, understandAddress } from "@/lib/recipients/schema";

const form = {
  languages: "en ar",
  "text-en-office": "Minister of Foreign Affairs",
  "text-en-short": "Foreign Minister",
  "text-en-body": "",
  "text-en-salutation": "Your Excellency,",
  "text-ar-office": "",
  "text-ar-short": " ",
  country: "GB",
  language: "en",
  timeZone: "Europe/London",
  holderStatus: "in_office",
  holderName: " Tang Jiaxuan ",
  "address-0-channel": "fax",
  "address-0-value": "01632 960123",
  "address-0-status": "working",
  "address-1-channel": "email",
  "address-1-value": "",
  "address-4-channel": "email",
  "address-4-value": "minister@MFA.example.org",
  "address-4-status": "failing",
};

function issues(change: Record<string, string>): [string, string][] {
  const { error } = recipientSchema.safeParse({ ...form, ...change });
  return (error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

describe("the form of a recipient", () => {
  test("comes out as a recipient: empty rows and languages left out, addresses in one form", () => {
    expect(recipientSchema.parse(form)).toEqual({
      country: "GB",
      language: "en",
      timeZone: "Europe/London",
      seen: "",
      holder: { name: "Tang Jiaxuan", status: "in_office" },
      texts: [
        {
          language: "en",
          office: "Minister of Foreign Affairs",
          short: "Foreign Minister",
          body: "",
          salutation: "Your Excellency,",
        },
      ],
      addresses: [
        { channel: "fax", value: "+441632960123", raw: "01632 960123", lane: "fax", status: "working" },
        {
          channel: "email",
          value: "minister@mfa.example.org",
          raw: "minister@MFA.example.org",
          lane: "mfa.example.org",
          status: "failing",
        },
      ],
    });
  });

  test.each<[Record<string, string>, string, string]>([
    [{ "text-en-office": " " }, "text-en-office", "required"],
    [{ "text-en-short": "a".repeat(81) }, "text-en-short", "too-long"],
    [{ "text-en-salutation": "a\u202eb" }, "text-en-salutation", "unsafe"],
    [{ country: "", "address-0-value": "" }, "country", "required"],
    [{ language: "English" }, "language", "invalid"],
    [{ timeZone: "Mars/Olympus" }, "timeZone", "invalid"],
    [{ holderStatus: "" }, "holderStatus", "required"],
    [{ holderStatus: "vacant" }, "holderName", "vacant"],
    [{ languages: "" }, "languages", "required"],
    [{ "address-0-channel": "" }, "address-0-channel", "required"],
    [{ "address-0-value": "12" }, "address-0-value", "fax-impossible:12"],
    [{ "address-1-value": "nobody" }, "address-1-value", "email"],
    [{ "address-1-value": "minister@mfa.EXAMPLE.org" }, "address-4-value", "twice"],
    [{ "address-0-value": "a".repeat(1001) }, "address-0-value", "too-long"],
  ])("%j is refused", (change, field, code) => expect(issues(change)).toEqual([[field, code]]));

  test("reads the numbers of an embassy as those of the country it stands in", () => {
    const embassy = { ...form, country: "CN", "address-0-value": "02-738-1046" };
    const number = (host: string) => recipientSchema.parse({ ...embassy, host }).addresses[0]?.value;
    expect(number("KR")).toBe("+8227381046");
    expect(number("")).not.toBe("+8227381046");
  });

  test("wants a language whole or not at all", () => {
    expect(issues({ "text-ar-office": "وزير الخارجية" })).toEqual([
      ["text-ar-short", "required"],
      ["text-ar-salutation", "required"],
    ]);
  });

  test("tells several faults at once", () => {
    expect(issues({ country: "", "text-en-office": "", "address-4-value": "x" }).map(([field]) => field)).toEqual([
      "country",
      "text-en-office",
      "address-0-value",
      "address-4-value",
    ]);
  });

  test("takes a language with a script", () => {
    const { texts } = recipientSchema.parse({
      ...form,
      languages: "en zh-Hant",
      "text-zh-Hant-office": "外交部長",
      "text-zh-Hant-short": "外交部長",
      "text-zh-Hant-salutation": "部長閣下：",
    });
    expect(texts[1]).toMatchObject({ language: "zh-Hant", office: "外交部長" });
  });
});

test("what a saved recipient shows in its form is read as the same recipient", () => {
  const input = recipientSchema.parse(form);
  const { holder, addresses, texts, seen, ...rest } = input;
  const row = { organisationId: "", recipientId: "", id: "", retiredAt: null, lastWorkedAt: null, position: 0 };
  const worked = { failures: 0, failedAt: null, failureCode: null, failureResponse: null };
  const fields = recipientFields({
    ...rest,
    id: "",
    host: null,
    sample: false,
    seen,
    campaigns: 1,
    texts: texts.map((text) => ({ ...row, ...text })),
    holders: [{ ...row, ...holder, since: null, until: null, approvedAt: null }],
    addresses: addresses.map((address) => ({ ...row, ...worked, ...address })),
  });
  const again = recipientSchema.parse({ ...fields, languages: "en ar" });
  expect(again.addresses.map(({ raw: _typed, ...address }) => address)).toEqual(
    addresses.map(({ raw: _typed, ...address }) => address),
  );
  expect({ ...again, addresses }).toEqual(input);
});

test("an address that nothing speaks against is not said to work before it has taken a letter", () => {
  const lastWorkedAt = new Date();
  expect(standingOf({ status: "working", lastWorkedAt: null })).toBe("untried");
  expect(standingOf({ status: "working", lastWorkedAt })).toBe("working");
  expect(standingOf({ status: "failing", lastWorkedAt: null })).toBe("failing");
  expect(standingOf({ status: "dead", lastWorkedAt })).toBe("dead");
});

test("how an address was understood is told where it differs", () => {
  expect(understandAddress("fax", "01632 960123", "GB")).toEqual({
    text: "+44 1632 960123",
    country: "GB",
    doubtful: true,
  });
  expect(understandAddress("email", "a@bücher.example", "DE")?.text).toBe("a@xn--bcher-kva.example");
  expect(understandAddress("email", "a@example.org", "DE")).toBeNull();
  expect(understandAddress("fax", "12", "GB")).toBeNull();
  expect(understandAddress("pigeon", "12", "GB")).toBeNull();
});

test("an act on the list names its recipient", () => {
  const id = "01a20f97-03ff-7236-a054-68f78348aa48";
  expect(recipientActSchema.parse({ act: `up ${id}` }).act).toEqual(["up", id]);
  for (const act of ["up", `away ${id}`, `up ${id} ${id}`, "up 1", undefined]) {
    expect(recipientActSchema.safeParse({ act }).success, act).toBe(false);
  }
});

test("texts are asked for in the campaign's language first, each language once", () => {
  expect(textLanguages("en", ["ar", "en"], ["fr", "ar"])).toEqual(["en", "ar", "fr"]);
});
