import { expect, test } from "vitest";
import { findMentions } from "@/lib/importing/recognise/mentions";
import { tokensOf } from "@/lib/importing/recognise/tokens";

const read = (text: string) => findMentions(text, tokensOf(text));

test("a name stands before its office, behind it, or behind a comma", () => {
  expect(
    read("It was sent to Li Muster, minister of the sea of Samoa, and to the Samoan ambassador, Ma Vorlage."),
  ).toMatchObject([
    { name: "Li Muster", office: "minister of the sea of Samoa", asked: true },
    { name: "Ma Vorlage", asked: true },
  ]);
  expect(read("send a fax to Ambassador Ma Vorlage at the Thai embassy in Oslo at once")).toMatchObject([
    { name: "Ma Vorlage", office: "Ambassador", organisation: "Thai embassy in Oslo" },
  ]);
  expect(read("Please write to the President of Samoa, General Nadeem Farzi")).toMatchObject([
    { name: "General Nadeem Farzi", office: "President of Samoa" },
  ]);
});

test("two ministries of one minister are one office", () => {
  expect(read("Please write to the Minister of Justice and Human Rights, Dr Ana Muster, today")).toMatchObject([
    { name: "Dr Ana Muster", office: "Minister of Justice and Human Rights" },
  ]);
});

test("other languages", () => {
  expect(read("Por favor escriban al Ministro de Justicia, Sr. Juan Muestra, hoy")).toMatchObject([
    { name: "Juan Muestra", office: "Ministro de Justicia" },
  ]);
  expect(read("Veuillez écrire au Président de la République, M. Paul Exemple")).toMatchObject([
    { name: "Paul Exemple", office: "Président de la République" },
  ]);
});

test("an embassy with a copy", () => {
  expect(read("Write to them with a copy to the Peruvian embassy in London, please")).toMatchObject([
    { office: null, organisation: "Peruvian embassy in London", copy: true },
  ]);
});

test("nobody is made of common words", () => {
  expect(read("He wrote a letter and went to the market in the morning")).toEqual([]);
});
