import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { detectEncoding } from "@/lib/encodings/detect";
import type { Encoding } from "@/lib/encodings/schema";

/** One or two short sentences in each encoding: as much as a short appeal has that is not ASCII. */
const samples: [Encoding, string][] = [
  ["windows-1252", "Le défenseur des droits humains a été arrêté à l’aube, « sans mandat »."],
  ["windows-1252", "Los familiares de la señora Ibáñez pidieron información. ¡Escriban hoy mismo!"],
  ["windows-1252", "Der Häftling wurde während der Anhörung misshandelt; die Behörden äußern sich nicht."],
  ["windows-1252", "The villagers’ “witnesses” were held – again – at the prefecture…"],
  ["windows-1252", "Os três militantes estão presos; não há notícias do irmão de João."],
  ["windows-1252", "Fängslad för sina åsikter: skriv till ministern på Östermalm."],
  ["windows-1250", "Więźniowie zostali przesłuchani, a rodzina nie dostała żadnej wiadomości o śledztwie."],
  ["windows-1250", "Vězeň byl převezen do jiné věznice, řekl jeho obhájce."],
  ["windows-1251", "Правозащитник был задержан вчера вечером у своего дома."],
  ["windows-1251", "Minister of Justice: г-ну министру юстиции, Москва"],
  ["koi8-r", "Просим вас написать министру и потребовать освобождения задержанных."],
  ["iso-8859-5", "Правозащитник был задержан вчера вечером у своего дома."],
  ["windows-1253", "Ο δικηγόρος συνελήφθη χθες το βράδυ στο σπίτι του."],
  ["windows-1254", "Tutuklu öğrencinin ailesi başsavcılığa dilekçe verdi; avukatı görüşemiyor."],
  ["windows-1255", "העצור הועבר אתמול לבית סוהר אחר ללא הודעה למשפחתו"],
  ["windows-1256", "تم اعتقال المحامي مساء أمس ولم تعرف عائلته مكان احتجازه"],
  ["euc-kr", "국가인권위원회 위원장 귀하, 구금된 사람들의 석방을 요청합니다."],
  ["euc-kr", "Chairperson: 위원장 (Seoul)"],
  ["gb18030", "请写信给省长，要求立即释放被拘留的村民，并保证他们的安全。"],
  ["gb18030", "The Governor (省长), Provincial Government"],
  ["big5", "請寫信給部長，要求立即釋放被拘留的村民，並保證他們的安全。"],
  ["shift_jis", "拘束された人々の即時釈放を求める手紙を大臣に送ってください。"],
  ["euc-jp", "拘束された人々の即時釈放を求める手紙を大臣に送ってください。"],
];

describe("the encoding of a short text", () => {
  test.each(samples)("%s: %s", (encoding, text) => {
    const bytes = iconv.encode(`Subject: appeal\n\n${text}\n`, encoding);
    const found = detectEncoding(bytes);
    expect(iconv.decode(Buffer.from(bytes), found?.encoding ?? "ascii")).toContain(text);
  });

  test.each(samples)("%s is offered or found: %s", (encoding, text) => {
    const found = detectEncoding(iconv.encode(text, encoding));
    const read = [found?.encoding, ...(found?.others ?? [])].map((name) =>
      iconv.decode(iconv.encode(text, encoding), name ?? "ascii"),
    );
    expect(read).toContain(text);
  });
});

test("one quotation mark of EUC-KR in an English text is read as one", () => {
  const bytes = Buffer.concat([Buffer.from("the Citizens"), Buffer.from([0xa1, 0xaf]), Buffer.from(" Union wrote.\n")]);
  const { encoding = "ascii" } = detectEncoding(bytes) ?? {};
  expect(iconv.decode(bytes, encoding)).toBe("the Citizens’ Union wrote.\n");
});

test.each(["utf-16le", "utf-16be"] as const)("%s shows with its mark and without", (encoding) => {
  for (const addBOM of [true, false])
    expect(detectEncoding(iconv.encode("An appeal for René", encoding, { addBOM }))?.encoding).toBe(encoding);
});

test("UTF-8 wins over what is declared, and a declaration over what is guessed", () => {
  expect(detectEncoding(Buffer.from("Ibáñez"), "windows-1252")?.encoding).toBe("utf-8");
  expect(detectEncoding(Buffer.from("Ib\u00e1\u00f1ez", "latin1"), "iso-8859-2")?.encoding).toBe("iso-8859-2");
  expect(detectEncoding(Buffer.from("l\u00e9gal", "latin1"), "utf-8")?.encoding).toBe("windows-1252");
});

test("UTF-8 with one broken sign stays UTF-8", () => {
  const text = "L’avocat a été arrêté à l’aube ; la défense n’a pas été prévenue. ".repeat(5);
  const bytes = Buffer.from(text).subarray(0, -3);
  const cut = Buffer.concat([bytes.subarray(0, 100), Buffer.from([0xe9]), bytes.subarray(100)]);
  expect(detectEncoding(cut)?.encoding).toBe("utf-8");
});

test("bytes that are no text have no encoding", () => {
  expect(detectEncoding(Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 256)))).toBeNull();
});
