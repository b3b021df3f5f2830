import { bringBackReceived } from "@/lib/received/bring-back";
import { draftFields } from "@/lib/received/draft-fields";
import { discardReceived } from "@/lib/received/discard";
import { matchReceived } from "@/lib/received/match";
import { placeLines } from "@/lib/received/place-lines";
import { previewEncodings } from "@/lib/received/preview-encodings";
import { getReceived, listReceived, openReceivedFile } from "@/lib/received/queries";
import { readReceivedAgain } from "@/lib/received/read-again";
import { receiveAppeal } from "@/lib/received/receive";
import { saveReceived } from "@/lib/received/save";
import { takeReceived } from "@/lib/received/take";
import { draftOf, makeReceived } from "@/tests/received";
import type { AccessRow, Scene } from "./row";

const row = (verb: string, foreign: AccessRow["foreign"], call: AccessRow["call"]): AccessRow => ({
  verb,
  foreign,
  call,
  act: "received.open",
});

const nobody = { persons: [] };

/** One of the scene's organisation, decided about as far as making a campaign needs. */
function ofScene({ organisation }: Scene): Promise<string> {
  const accountId = "00000000-0000-7000-8000-000000000000";
  return makeReceived({ organisationId: organisation.id, accountId }, nobody);
}

export const rows: AccessRow[] = [
  row("receiveAppeal", "nothing", (actor) => receiveAppeal(actor, { bytes: Buffer.from("An appeal."), name: null })),
  row("listReceived", "nothing", (actor) => listReceived(actor)),
  row("getReceived", "refused", async (actor, scene) => getReceived(actor, await ofScene(scene))),
  row("openReceivedFile", "refused", async (actor, scene) => openReceivedFile(actor, await ofScene(scene))),
  row("matchReceived", "refused", async (actor, scene) => matchReceived(actor, await ofScene(scene))),
  row("previewEncodings", "refused", async (actor, scene) => previewEncodings(actor, await ofScene(scene))),
  row("saveReceived", "refused", async (actor, scene) => saveReceived(actor, await ofScene(scene), { seen: "1" })),
  row("placeLines", "refused", async (actor, scene) =>
    placeLines(actor, await ofScene(scene), { from: 4, to: 4, as: "title" }),
  ),
  row("readReceivedAgain", "refused", async (actor, scene) =>
    readReceivedAgain(actor, await ofScene(scene), { encoding: "utf-8" }),
  ),
  row("takeReceived", "refused", async (actor, scene) =>
    takeReceived(actor, await ofScene(scene), { ...draftFields(draftOf(nobody)).fields, seen: "1" }),
  ),
  row("discardReceived", "refused", async (actor, scene) => discardReceived(actor, await ofScene(scene))),
  row("bringBackReceived", "refused", async (actor, scene) => bringBackReceived(actor, await ofScene(scene))),
];
