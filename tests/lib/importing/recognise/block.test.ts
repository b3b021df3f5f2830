import { expect, test } from "vitest";
import { readBlocks } from "@/lib/importing/recognise/block";
import { postOf } from "@/lib/importing/recognise/raw-recipient";
import { scanned } from "@/tests/lib/importing/recognise/scanned";

function read(text: string) {
  return readBlocks(scanned(text), "to", 0.9).map((one) => ({
    ...one,
    contacts: one.contacts.map(({ channel, raw }) => `${channel} ${raw}`),
    post: postOf(one).map(({ value }) => value),
  }));
}

test("a block is a head, an address and ways to reach them", () => {
  expect(
    read(
      "Minister of Justice\nMs Jane Muster\nMinistry of Justice\n1 Sample Street\nAccra, Ghana\nFax: +233 30 266 3810\nSalutation: Dear Minister",
    ),
  ).toMatchObject([
    {
      office: "Minister of Justice",
      name: "Jane Muster",
      organisation: "Ministry of Justice",
      post: ["1 Sample Street\nAccra, Ghana"],
      contacts: ["fax +233 30 266 3810"],
      salutation: "Dear Minister",
      lines: [1, 2, 3, 4, 5, 6, 7],
    },
  ]);
});

test("a number of a list, an empty line, or an office behind a full address begins the next", () => {
  const two = [{ name: "Jane Muster" }, { name: "John Vorlage" }];
  expect(read("1. Ms Jane Muster\nTel: +41 22 749 24 24\n2. Mr John Vorlage\nFax: +41 22 749 24 25")).toMatchObject(
    two,
  );
  expect(read("Ms Jane Muster\n1 Sample Street, Accra\n\nMr John Vorlage\n2 Sample Street, Accra")).toMatchObject(two);
  expect(
    read("Governor Jane Muster\n1 Sample Street\nAccra\nGhana\nGovernor John Vorlage\n2 Sample Street\nAccra\nGhana"),
  ).toMatchObject(two);
});

test("all on one line", () => {
  expect(
    read(
      "· President of the Republic, M. Paul Exemple, Palais, 2016 Tunis, Tunisia, Fax: + 216 71 731 009, E-mail: a@b.example",
    ),
  ).toMatchObject([
    {
      office: "President of the Republic",
      name: "Paul Exemple",
      contacts: ["fax + 216 71 731 009", "email a@b.example"],
    },
  ]);
});

test("a block of contacts belongs to whom it stands under", () => {
  expect(read("High Commissioner\nJane Muster\n\nEmail: a@b.example - c@d.example")).toMatchObject([
    { name: "Jane Muster", contacts: ["email a@b.example", "email c@d.example"] },
  ]);
});

test("a town alone is no address", () => {
  expect(read("Home Secretary\nLondon, UK\nFax: + 44 20 7946 0958")).toMatchObject([{ post: [] }]);
});

test("sentences and forms to fill in are nobody", () => {
  expect(read("Please send them to us as well, and tell us what you heard.")).toEqual([]);
  expect(read("Name Address 1 Address 2 Address 3 Fax Fax number Email Email address Salutation Salutation")).toEqual(
    [],
  );
});

test("a number alone below another is of the same kind; several behind strokes are read to the first", () => {
  expect(
    read("Minister of Justice\n1 Sample Street\nAccra, Ghana\nFax: +233 30 266 3810\n+233 30 266 3811"),
  ).toMatchObject([{ contacts: ["fax +233 30 266 3810", "fax +233 30 266 3811"] }]);
  expect(read("Minister of Justice\nTel: +63 2 726 0361/0366/0763")).toMatchObject([
    { contacts: ["telephone +63 2 726 0361/0366/0763"] },
  ]);
});

test("a rank with a name, and an office below it", () => {
  expect(
    read("Deputy Director General Ruben Aldaba\nChief, Philippine National Police\nCamp Narra\nFax: +63 2 724 0763"),
  ).toMatchObject([
    { name: "Deputy Director General Ruben Aldaba", office: "Chief", organisation: "Philippine National Police" },
  ]);
});

test("what stands under a head that no list knows is not the one's before", () => {
  const found = read("Minister of Justice\nFax: +233 30 266 3810\n\nlantern keepers\nFax: +233 30 266 3811");
  expect(found.map(({ contacts }) => contacts)).toEqual([["fax +233 30 266 3810"], ["fax +233 30 266 3811"]]);
});
