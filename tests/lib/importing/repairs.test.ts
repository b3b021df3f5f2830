import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { toLines } from "@/lib/importing/to-lines";

function textOf(text: string): string[] {
  return toLines(text).lines.map((line) => line.text);
}

function reasonsOf(text: string): string[] {
  return [...new Set(toLines(text).repairs.map(({ reason }) => reason))];
}

/** What a program makes of a text that reads it in another encoding than it was written in. */
function misread(text: string, written: string, read: string): string {
  return iconv.decode(iconv.encode(text, written), read);
}

const english = "The villagers’ lawyer – “silenced” since May… – wasn’t heard.";

describe("signs of a text that was read in the wrong encoding", () => {
  test.each([
    ["UTF-8 as windows-1252", misread(english, "utf-8", "windows-1252").replaceAll("\ufffd", "\u009d")],
    ["UTF-8 as Latin-1", misread(english, "utf-8", "iso-8859-1")],
    ["UTF-8 as windows-1251", misread(english, "utf-8", "windows-1251").replaceAll("\ufffd", "\u009d")],
    ["UTF-8 as a Mac reads", misread(english, "utf-8", "macroman")],
    ["UTF-8 as DOS reads", misread(english, "utf-8", "cp437")],
    ["windows-1252 as Latin-1", misread(english, "windows-1252", "iso-8859-1")],
    ["UTF-8 twice over", misread(misread(english, "utf-8", "iso-8859-1"), "utf-8", "iso-8859-1")],
  ])("%s", (_name, damaged) => {
    expect(damaged).not.toBe(english);
    expect(textOf(damaged)).toEqual([english]);
    expect(toLines(damaged).lossy).toEqual([]);
  });

  test.each([
    ["euc-kr", "the Citizens’ Union, “a voice” ‘within’"],
    ["gb18030", "the Citizens’ Union, “a voice” ‘within’ — at last…"],
  ])("%s in a text of Latin letters", (encoding, text) => {
    expect(textOf(misread(text, encoding, "iso-8859-1"))).toEqual([text]);
    expect(textOf(misread(misread(text, encoding, "iso-8859-1"), "utf-8", "windows-1252"))).toEqual([text]);
  });

  test.each([
    ["euc-kr", "국가인권위원회 위원장 귀하, ‘구금된’ 사람들의 석방을 요청합니다."],
    ["gb18030", "请写信给省长，要求立即释放被拘留的村民。"],
    ["windows-1251", "Просим вас написать министру юстиции."],
    ["koi8-r", "Просим вас написать министру юстиции."],
  ])("whole lines of %s", (encoding, text) => {
    const damaged = `Please write:\n${misread(text, encoding, "iso-8859-1")}\nThank you.`;
    expect(textOf(damaged)).toEqual(["Please write:", text, "Thank you."]);
    expect(reasonsOf(damaged)).toEqual(["mojibake"]);
  });

  test.each([
    "Défenseur arrêté à l’aube : « LIBERTÉ », « libéré », “LIBERTÉ”, LIBERTÉ»",
    "¡Libertad! ¡¡Ahora!! ¿Qué pasó? NIÑO, IBÁÑEZ, 3ª, 4º",
    "NÃO, IRMÃ, São João, ÂNGULO",
    "Häftling, Übergabe, Straße, „Ähnlich“, ÄÖÜ äöü",
    "Просим «СССР» — г-н",
    "Õiguskantsler Õ. Østergård ÆØÅ",
    "국가인권위원회 ‘귀하’",
    "Việt Nam, Đặng, ğüşıöç İĞÜŞÖÇ, Łódź, žluťoučký",
  ])("none of what is right: %s", (text) => {
    expect(textOf(text)).toEqual([text]);
    expect(toLines(text).repairs).toEqual([]);
  });

  test("each repair says what stood there, what stands there and in which lines, once", () => {
    const { repairs } = toLines("the Citizens¡¯ Union\n\nand\n\nthe Citizens¡¯ House");
    expect(repairs).toEqual([{ reason: "mojibake", from: "Citizens¡¯", to: "Citizens’", lines: [1, 5] }]);
  });

  test("a repair that was undone is not made", () => {
    const undone = [{ reason: "mojibake" as const, from: "Citizens¡¯", to: "Citizens’" }];
    expect(toLines("Citizens¡¯ and Peoples¡¯", undone).lines[0]?.text).toBe("Citizens¡¯ and Peoples’");
  });
});

describe("what is left of the ways of mail and the web", () => {
  test("entities, also written twice over", () => {
    expect(textOf("Governor&#8217;s office &amp;amp; court,&nbsp;Lima &lt;a@b.example&gt; &#146;")).toEqual([
      "Governor’s office & court, Lima <a@b.example> ’",
    ]);
    expect(textOf("AT&T; &unknown; R&D, a&b")).toEqual(["AT&T; &unknown; R&D, a&b"]);
  });

  test("quoted-printable: signs, and lines that end with =", () => {
    const text =
      "The minister=E2=80=99s office has not answered the letters of the families=20\nof the men who were ta=\nken away=2E Write=3A caf=C3=A9 =3D ok";
    expect(textOf(text)).toEqual([
      "The minister’s office has not answered the letters of the families of the men who were taken away. Write: café = ok",
    ]);
    expect(reasonsOf(text)).toContain("quoted-printable");
    expect(reasonsOf(text)).toContain("soft-line-end");
    expect(toLines(text).lines[0]?.numbers).toEqual([1, 2, 3]);
  });

  test("single bytes of quoted-printable are read as Windows reads them", () => {
    expect(textOf("The minister=92s reply =96 none\nIb=E1=F1ez")).toEqual(["The minister’s reply – none", "Ibáñez"]);
  });

  test("an equals sign of a link or a sum is none", () => {
    for (const text of ["http://a.example/?id=BA12&n=20", "2=20, x=E9", "a ="]) expect(textOf(text)).toEqual([text]);
  });

  test("encoded words, folded too", () => {
    expect(textOf("Subject: =?utf-8?Q?L=E2=80=99appel?=\n =?utf-8?B?IHVyZ2VudA==?=")).toEqual([
      "Subject: L’appel urgent",
    ]);
    expect(textOf("=?ks_c_5601-1987?B?sbmwoQ==?=")).toEqual(["국가"]);
  });

  test("lines that may be joined are, and a signature is not", () => {
    const text = [
      "The men were taken from their homes in the early hours of the ",
      "morning and have not been seen since. Their families have asked ",
      "at every station of the district and were told nothing at all by ",
      "anybody.",
      "",
      "-- ",
      "A list",
    ].join("\n");
    const { lines } = toLines(text);
    expect(lines.map((line) => line.numbers)).toEqual([[1, 2, 3, 4], [5], [6], [7]]);
    expect(reasonsOf(text)).toEqual(["soft-line-end"]);
  });
});

describe("what is lost", () => {
  test("is told, and not guessed", () => {
    const { lossy, lines } = toLines("l?imbarcazione e l\ufffdavvocato\nS?o Paulo â€");
    expect(lossy).toEqual([
      { text: "l?imbarcazione", lines: [1] },
      { text: "l\ufffdavvocato", lines: [1] },
      { text: "S?o", lines: [2] },
      { text: "â€", lines: [2] },
    ]);
    expect(lines[0]?.text).toBe("l?imbarcazione e l\ufffdavvocato");
  });

  test("is not seen in questions and links", () => {
    for (const text of ["Why? Who? What?!", "http://a.example/x?y=1", "a@b.example?subject=x", "Really?\nyes"])
      expect(toLines(text).lossy).toEqual([]);
  });
});
