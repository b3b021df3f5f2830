import { expect, test } from "vitest";
import { findLetters, takeLetter } from "@/lib/importing/recognise/letter";
import { scanned } from "@/tests/lib/importing/recognise/scanned";

function read(text: string) {
  const lines = scanned(text);
  const [bounds] = findLetters(lines);
  return bounds ? takeLetter(lines, bounds) : null;
}

const body = "I am writing about the case of a baker who has been held since the spring of this year.";

test("from its salutation to its closing, with who signed", () => {
  expect(
    read(`Some text.\n\nYour Excellency,\n\n${body}\n\nPlease let him go.\n\nSincerely,\nCircle of Friends\n\nMore.`),
  ).toMatchObject({
    opening: "Your Excellency,",
    body: `${body}\n\nPlease let him go.`,
    closing: "Sincerely,",
    signOff: "Circle of Friends",
    lines: [3, 5, 7, 9, 10],
  });
});

test("a greeting to the readers opens no letter", () => {
  expect(read(`Dear friends,\n\n${body}\n\nThank you.`)).toBeNull();
  expect(read(`Liebe Freundinnen und Freunde,\n\n${body}`)).toBeNull();
  expect(read(`Chers amis,\n\n${body}`)).toBeNull();
});

test("without a closing it ends where a list of addresses, a line or the text ends", () => {
  expect(read(`Dear Governor:\n\n${body}\n\nPLEASE SEND YOUR LETTERS TO:\n\nThe Governor`)).toMatchObject({
    body,
    closing: null,
  });
  expect(read(`Dear Governor:\n\n${body}\n----------\nOther things`)).toMatchObject({ body, closing: null });
  expect(read(`Dear Governor:\n\n${body}`)).toMatchObject({ body, closing: null });
});

test("without a salutation its heading opens it", () => {
  expect(read(`SAMPLE LETTER:\n\n${body}\n\nYours sincerely,`)).toMatchObject({
    opening: null,
    body,
    closing: "Yours sincerely,",
  });
});

test("a subject under the salutation is no part of the body", () => {
  expect(read(`Dear Sir,\n\nRe: A baker\n\n${body}\n\nYours truly,`)?.body).toBe(body);
});

test("an address behind the closing is no signature", () => {
  const letter = read(`Dear Sir,\n\n${body}\n\nYours truly,\n\nPresident of the Court\n1 Sample Street`);
  expect(letter).toMatchObject({ closing: "Yours truly,", signOff: null });
});

test.each([
  ["Monsieur le Ministre,", "Veuillez agréer, Monsieur le Ministre, l'expression de ma haute considération."],
  ["Sehr geehrter Herr Botschafter,", "Mit freundlichen Grüßen"],
  ["Señor Presidente:", "Atentamente,"],
  ["Exmo. Senhor Ministro,", "Com os melhores cumprimentos,"],
  ["Egregio Presidente,", "Distinti saluti,"],
  ["존경하는 장관 귀하", "삼가 올림"],
  ["Dear Mr. President", "Respectfully yours"],
  ["To whom it may concern:", "Yours faithfully,"],
  ["Dear _____", "Sincerely, Jane Muster"],
  ["Excellencies,", "Please accept, Excellency, the assurances of my highest consideration."],
  ["Excmo. Sr. Presidente:", "Le ruego acepte el testimonio de mi consideración más distinguida."],
])("%s … %s", (opening, closing) => {
  expect(read(`${opening}\n\n${body}\n\n${closing}`)).toMatchObject({ opening, body, closing });
});
