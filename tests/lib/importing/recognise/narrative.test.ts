import { expect, test } from "vitest";
import { sure } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";

const appeal = `URGENT APPEAL

Beekeeper taken from her house in Port Meridian

Rosa Muestra, a beekeeper, was taken from her house on 3 May 2031 by six men in a white van.

Her sister asked at every police station of the town, and nobody would say where she is.

Please write to the Minister of the Interior at once and ask him where she is held.

APPEALS TO:
Minister of the Interior
E-mail: minister@interior.example
`;

test("what is told without a heading is what happened, and a member is asked to look at it", () => {
  const { background } = understand(toLines(appeal), null);
  expect(background?.text).toBe(
    "Rosa Muestra, a beekeeper, was taken from her house on 3 May 2031 by six men in a white van.\n\n" +
      "Her sister asked at every police station of the town, and nobody would say where she is.",
  );
  expect(background?.lines).toEqual([5, 7]);
  expect(background?.confidence).toBeLessThan(sure);
});

test("under a heading that says so it is that, and the rest is not added", () => {
  const { background } = understand(
    toLines(appeal.replace("Her sister", "BACKGROUND INFORMATION\n\nHer sister")),
    null,
  );
  expect(background?.text).toMatch(/^Her sister asked/);
  expect(background?.text).not.toContain("white van");
});
