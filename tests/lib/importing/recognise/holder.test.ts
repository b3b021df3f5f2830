import { expect, test } from "vitest";
import { readHolder } from "@/lib/importing/recognise/holder";

const nobody = { name: null, office: null, organisation: null };

test.each([
  ["Governor of the Province of Samples", { office: "Governor of the Province of Samples" }],
  ["Party Secretary Liu Yangben", { office: "Party Secretary", name: "Liu Yangben" }],
  ["Foreign Minister Jane Muster", { office: "Foreign Minister", name: "Jane Muster" }],
  ["Minister of Justice Mr. John Muster", { office: "Minister of Justice", name: "John Muster" }],
  ["The Right Honourable Jane Muster MP", { name: "Jane Muster MP" }],
  ["General Pervez Muster", { name: "General Pervez Muster" }],
  ["Verteidigungsminister Karl Muster", { office: "Verteidigungsminister", name: "Karl Muster" }],
  ["Lic. Rosa Muestra", { name: "Lic. Rosa Muestra" }],
  ["Gobernador Constitucional del Estado de Guerrero", { office: "Gobernador Constitucional del Estado de Guerrero" }],
  ["Office of the President", { organisation: "Office of the President" }],
  ["Ministry of Justice", { organisation: "Ministry of Justice" }],
  ["President of the High Court", { office: "President of the High Court" }],
  ["외교부 장관", { office: "외교부 장관" }],
])("%s", (text, expected) => {
  expect(readHolder(text)).toEqual({ ...nobody, ...expected });
});

test.each(["30 Sample Street", "Bangkok", "P.O. Box 12", "", "Col. Norte, C.P. 40000", "the man was taken"])(
  "nobody in: %s",
  (text) => {
    expect(readHolder(text)).toBeNull();
  },
);
