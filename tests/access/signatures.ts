import { openExport } from "@/lib/reports/open-export";
import { listSignatures } from "@/lib/signatures/desk-queries";
import { eraseOnRequest } from "@/lib/signatures/erase-on-request";
import { findSignatureByEmail } from "@/lib/signatures/find-by-email";
import { openSignature } from "@/lib/signatures/open-signature";
import { withdrawOnRequest } from "@/lib/signatures/withdraw-on-request";
import type { AccessRow, Scene } from "./row";

function first({ signatures: [signature] }: Scene) {
  if (!signature) throw new Error("the scene has no signature");
  return signature;
}

export const rows: AccessRow[] = [
  {
    verb: "listSignatures",
    act: "signatures.read",
    call: (actor, { campaign }) => listSignatures(actor, campaign.id, { limit: 5 }),
    foreign: "nothing",
  },
  {
    verb: "openSignature",
    act: "signatures.open",
    call: (actor, scene) => openSignature(actor, scene.campaign.id, first(scene).id),
    foreign: "refused",
  },
  {
    verb: "findSignatureByEmail",
    act: "signatures.open",
    call: (actor, scene) => findSignatureByEmail(actor, scene.campaign.id, first(scene).typed.email ?? ""),
    foreign: "refused",
  },
  {
    verb: "withdrawOnRequest",
    act: "signatures.stop",
    call: (actor, scene) => withdrawOnRequest(actor, first(scene).id, "asked by telephone"),
    foreign: "refused",
  },
  {
    verb: "eraseOnRequest",
    act: "signatures.stop",
    call: (actor, scene) => eraseOnRequest(actor, first(scene).id, "asked by telephone"),
    foreign: "refused",
  },
  {
    verb: "openExport",
    act: "exports.make",
    also: ["exports.personal"],
    async call(actor, { campaign }) {
      const choice = { what: "signatures", columns: ["id"], separator: "comma", state: undefined } as const;
      const { chunks } = await openExport(actor, campaign.id, { ...choice, columns: [...choice.columns] });
      await chunks.next();
      await chunks.return();
    },
    foreign: "refused",
  },
];
