import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readingLimits } from "@/lib/importing/limits";
import { readDocument } from "@/lib/importing/read-document";
import { simplePdf } from "@/tests/simple-pdf";
import { zipFile } from "@/tests/zip-file";

async function textOf(bytes: Uint8Array | string, options: { name?: string; encoding?: string } = {}): Promise<string> {
  return (await readDocument(Buffer.from(bytes as string), options)).text;
}

function refusalOf(bytes: Uint8Array | string): Promise<unknown> {
  return readDocument(Buffer.from(bytes as string)).then(
    () => null,
    (error: { code?: string }) => error.code,
  );
}

function docx(body: string, links = ""): Buffer {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zipFile([
    { name: "[Content_Types].xml", text: `${head}<Types/>` },
    { name: "word/_rels/document.xml.rels", text: `${head}<Relationships>${links}</Relationships>` },
    { name: "word/document.xml", text: `${head}<w:document><w:body>${body}</w:body></w:document>` },
  ]);
}

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A part of a mail that ends with the boundary `b`. */
function attached(type: string, bytes: Uint8Array): string {
  return `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="a.x"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString("base64")}\r\n`;
}

describe("plain text", () => {
  test("has one kind of line end, and no signs that cannot be kept", async () => {
    expect(await textOf(`one\r\ntwo\rthree\u2028four\u0000\ffive ${"five ".repeat(20)}`)).toBe(
      `one\ntwo\nthree\nfour\nfive ${"five ".repeat(20)}`,
    );
  });

  test("is read as a member says, with what was found among the others", async () => {
    const bytes = iconv.encode("Просим вас написать министру.", "koi8-r");
    const found = await readDocument(bytes);
    expect(found).toMatchObject({ encoding: "koi8-r", mediaType: "text/plain", headers: null });
    const chosen = await readDocument(bytes, { encoding: "windows-1251" });
    expect(chosen.encoding).toBe("windows-1251");
    expect(chosen.others[0]).toBe("koi8-r");
    expect(chosen.text).not.toBe(found.text);
  });

  test("that only speaks of headers or tags stays text, whatever its name", async () => {
    for (const text of ["Subject: three weavers\n\nDear friends,", "Note: <p> is a tag", "From: Ana\nWrite today."])
      expect(await readDocument(Buffer.from(text), { name: "appeal.pdf" })).toMatchObject({
        text,
        mediaType: "text/plain",
      });
  });
});

describe("a web page", () => {
  const page = `<!DOCTYPE html><html><head><title>No</title><meta charset="iso-8859-1"><style>p{}</style>
    <script>document.write("<p>no</p>")</script></head><body><!-- no --><h1>URGENT&nbsp;ACTION</h1>
    <p>The men&#146;s   lawyer,<br>Ib\u00e1\u00f1ez &amp; others</p><div style="display:none"><p>no</p></div>
    <ul><li>release <b>them</b></li><li>investigate</li></ul>
    <table><tr><td>Fax:</td><td>+52 55 0000</td></tr><tr><td><p>Minister</p></td></tr></table>
    <p>Write <a href="mailto:fiscal%40pgr.example?subject=x">the prosecutor</a> or <a href="mailto:a@b.example">a@b.example</a></p>
    <textarea>Dear Minister,\n\nPlease act.</textarea><noscript>no</noscript><blockquote type="cite">quoted<br>twice</blockquote>
    <span class="__cf_email__" data-cfemail="2a4b6a48044f524b475a464f">[email&#160;protected]</span>`;

  test("is read as it is seen: blocks as lines, no script, addresses of links", async () => {
    const document = await readDocument(Buffer.from(page, "latin1"));
    expect(document).toMatchObject({ mediaType: "text/html", encoding: "windows-1252" });
    expect(document.text.split("\n").filter(Boolean)).toEqual([
      "URGENT\u00a0ACTION",
      "The men’s lawyer,",
      "Ibáñez & others",
      "- release them",
      "- investigate",
      "Fax:\t+52 55 0000",
      "Minister",
      "Write the prosecutor <fiscal@pgr.example> or a@b.example",
      "Dear Minister,",
      "Please act.",
      "> quoted",
      "> twice",
      "[email\u00a0protected]",
    ]);
    expect(document.text).not.toMatch(/no\b|<p|script/);
  });

  test("in Korean is read as it says", async () => {
    const html =
      '<html><meta http-equiv="content-type" content="text/html; charset=ks_c_5601-1987"><p>국가인권위원회</p></html>';
    expect(await readDocument(iconv.encode(html, "euc-kr"))).toMatchObject({
      text: "국가인권위원회",
      encoding: "euc-kr",
    });
  });

  test("that never closes anything, and one that is nothing but tags", async () => {
    expect(await textOf("<html><p>one<p>two<li>three<td>four")).toContain("two");
    expect(await refusalOf(`<html>${"<div>".repeat(100_000)}x`)).toBe("document-unreadable");
    expect(await refusalOf("<html><script>alert(1)</script></html>")).toBe("document-empty");
  });
});

describe("a mail", () => {
  const head =
    "From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@list.example>\r\nTo: list@list.example\r\nSubject: =?ks_c_5601-1987?B?sbmwoQ==?= appeal\r\nDate: Tue, 4 May 2004 10:00:00 +0200\r\nMIME-Version: 1.0\r\n";

  test("has its headers, and its plain part rather than its page", async () => {
    const mail = `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe men=92s lawyer =\r\nwrote.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The page</p>\r\n--b--\r\n`;
    expect(await readDocument(Buffer.from(mail))).toEqual({
      text: "The men’s lawyer wrote.\n",
      mediaType: "message/rfc822",
      encoding: "windows-1252",
      others: expect.any(Array),
      headers: { from: "Ana Ruíz <ana@list.example>", subject: "국가 appeal", date: "2004-05-04T08:00:00.000Z" },
    });
  });

  test("has its page where there is nothing else, or a plain part that says nothing", async () => {
    const page = `Content-Type: text/html; charset=euc-kr\r\nContent-Transfer-Encoding: base64\r\n\r\n${iconv.encode(`<p>국가인권위원회</p>${"<p>석방하라</p>".repeat(20)}`, "euc-kr").toString("base64")}\r\n`;
    expect(await textOf(`${head}${page}`)).toContain("국가인권위원회\n\n석방하라");
    const stub = `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThis is HTML.\r\n--b\r\n${page}--b--\r\n`;
    expect(await textOf(stub)).toContain("국가인권위원회");
  });

  test("what a mail's text says of an encoding is text, what its parts and theirs say is not", async () => {
    const inner =
      "From: c@example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nContent-Type: text/x; charset=y\r\nÇa va.\r\n";
    const parts = [
      "Content-Type: text/plain; charset=utf-8\r\n\r\nIt said:\r\n\r\nContent-Type: text/plain; charset=koi8-r; format=flowed\r\nÇa va, café.",
      `Content-Type: message/rfc822\r\n\r\n${inner}`,
    ];
    const mail = `${head}Content-Type: multipart/mixed;\r\n boundary="b b"\r\n\r\n${parts.map((part) => `--b b\r\n${part}\r\n`).join("")}--b b--\r\n`;
    const { text } = await readDocument(Buffer.from(mail));
    expect(text).toContain("\nContent-Type: text/plain; charset=koi8-r; format=flowed\nÇa va, café.");
    expect(text).toContain("Content-Type: text/x; charset=y\nÇa va.");
  });

  test.each([
    ["that says nothing of its encoding", ""],
    ["that says the wrong one", "Content-Type: text/plain; charset=utf-8\r\n"],
    ["that says ASCII", "Content-Type: text/plain; charset=us-ascii\r\n"],
  ])("%s is read as it is", async (_name, type) => {
    const body = "국가인권위원회 위원장 귀하, 구금된 사람들의 석방을 요청합니다.";
    const bytes = Buffer.concat([Buffer.from(`${head}${type}\r\n`), iconv.encode(body, "euc-kr")]);
    if (type.includes("ascii")) expect((await readDocument(bytes)).others).toContain("euc-kr");
    else expect((await textOf(bytes)).trim()).toBe(body);
    expect((await textOf(bytes, { encoding: "euc-kr" })).trim()).toBe(body);
  });

  test("keeps lines that may be joined as they are, quoted ones too", async () => {
    const mail = `${head}Content-Type: text/plain; format=flowed\r\n\r\n> one \r\n> two \r\n> three\r\n`;
    expect(await textOf(mail)).toBe("> one \n> two \n> three\n");
  });

  test("with appeals attached: a mail in it, a document, a PDF; a picture is passed over", async () => {
    const mail = [
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the appeal.\r\n`,
      attached("application/octet-stream", docx(paragraph("Write to the minister."))),
      attached("application/pdf", simplePdf([[{ x: 50, y: 700, text: "Write to the court." }]])),
      attached("image/png", Buffer.from("89504e470d0a1a0a", "hex")),
      `--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\nMIME-Version: 1.0\r\n\r\nThe inner appeal.\r\n--b--\r\n`,
    ].join("");
    const text = await textOf(mail);
    for (const part of [
      "See the appeal.",
      "Write to the minister.",
      "Write to the court.",
      "Subject: inner",
      "The inner appeal.",
    ])
      expect(text).toContain(part);
  });

  test("in mails in mails without end is read as deep as it is sensible", async () => {
    let mail = "Subject: x\r\nMIME-Version: 1.0\r\n\r\nthe innermost";
    for (let n = 0; n < 50; n += 1)
      mail = `Subject: ${n}\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n${mail}`;
    await expect(refusalOf(mail)).resolves.toBeDefined();
  });
});

describe("a PDF", () => {
  test("is read line by line, with an empty line between paragraphs and a blank between words", async () => {
    const pdf = simplePdf([
      [
        { x: 50, y: 780, text: "URGENT ACTION" },
        { x: 50, y: 750, text: "Three weavers were taken from their homes" },
        { x: 50, y: 737, text: "and have not been seen since." },
        { x: 50, y: 710, text: "Minister" },
        { x: 120, y: 710, text: "Fax: +52 55 0000" },
        { x: 50, y: 697, text: "of" },
        { x: 62, y: 697, text: "Justice" },
      ],
      [{ x: 50, y: 780, text: "The second page" }],
    ]);
    expect((await textOf(pdf)).split("\n")).toEqual([
      "URGENT ACTION",
      "",
      "Three weavers were taken from their homes",
      "and have not been seen since.",
      "",
      "Minister\tFax: +52 55 0000",
      "of Justice",
      "The second page",
    ]);
  });

  test("without text, a damaged one and a cut one are refused", async () => {
    expect(await refusalOf(simplePdf([[]]))).toBe("document-no-text");
    expect(await refusalOf("%PDF-1.7\nnothing")).toBe("document-unreadable");
    expect(await refusalOf(simplePdf(Array.from({ length: readingLimits.pages + 1 }, () => [])))).toBe(
      "document-too-long",
    );
  });
});

describe("a Word document", () => {
  test("has a line for each paragraph and break, rows with tabs, and no deleted text", async () => {
    const text = await textOf(
      docx(
        [
          paragraph("URGENT ACTION"),
          "<w:p/>",
          '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>release &amp; investigate</w:t></w:r></w:p>',
          "<w:p><w:r><w:t>Minister</w:t><w:br/><w:t>Street 12</w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del></w:p>",
          `<w:tbl><w:tr><w:tc>${paragraph("Fax")}</w:tc><w:tc>${paragraph("+52 55")}</w:tc></w:tr></w:tbl>`,
          '<w:p><w:hyperlink r:id="r1"><w:r><w:t>the minister</w:t></w:r></w:hyperlink></w:p>',
        ].join(""),
        '<Relationship Id="r1" Target="mailto:a@b.example?subject=x"/>',
      ),
    );
    expect(text.split("\n")).toEqual([
      "URGENT ACTION",
      "",
      "- release & investigate",
      "Minister",
      "Street 12",
      "Fax\t+52 55",
      "the minister <a@b.example>",
    ]);
  });

  test("that unpacks to far too much, or lies about it, is refused before it does", async () => {
    const text = Buffer.alloc(200 * 1024 * 1024, " ");
    const honest = zipFile([{ name: "word/document.xml", text }]);
    const lying = zipFile([{ name: "word/document.xml", text, size: 100_000 }]);
    const from = process.memoryUsage().arrayBuffers;
    expect(await refusalOf(honest)).toBe("document-too-long");
    expect(await refusalOf(lying)).toBe("document-unreadable");
    expect(process.memoryUsage().arrayBuffers - from).toBeLessThan(100 * 1024 * 1024);
  }, 30_000);

  test("with more entries than any has, other zip files and damaged ones are refused", async () => {
    const many = Array.from({ length: readingLimits.entries + 1 }, (_, at) => ({ name: `word/${at}`, text: "" }));
    expect(await refusalOf(zipFile(many))).toBe("document-too-long");
    expect(await refusalOf(zipFile([{ name: "xl/workbook.xml", text: "<x/>" }]))).toBe("document-unreadable");
    expect(await refusalOf(docx(paragraph("x")).subarray(0, 150))).toBe("document-unreadable");
    expect(await refusalOf(docx("<w:p>".repeat(10_000)))).toBe("document-unreadable");
  });

  test("with entities that grow is none", async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    const file = zipFile([
      {
        name: "word/document.xml",
        text: `${laughs}<w:document><w:body><w:p><w:t>&b; ok</w:t></w:p></w:body></w:document>`,
      },
    ]);
    expect(await textOf(file)).toBe("&b; ok");
  });
});

test.each([
  ["nothing", "", "document-empty"],
  ["blanks", " \n\t\r\n ", "document-empty"],
  ["more than five megabytes", "a".repeat(readingLimits.file + 1), "too-large"],
  ["more text than an appeal has", "a\n".repeat(readingLimits.text), "document-too-long"],
  ["a picture", Buffer.from("ffd8ffe000104a464946", "hex"), "document-unreadable"],
  ["Word before 2007", Buffer.from("d0cf11e0a1b11ae1", "hex"), "document-unreadable"],
  ["rich text", "{\\rtf1 hello}", "document-unreadable"],
  ["bytes of a program", Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 31) % 256)), "document-unreadable"],
])("%s is refused", async (_name, bytes, code) => {
  expect(await refusalOf(bytes)).toBe(code);
});
