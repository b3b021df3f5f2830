import { readLetters } from "@/tests/faults/letters";
import type { Row } from "@/tests/faults/row";
import type { Stage } from "@/tests/faults/stage";

const share = 0.01;

/** Faults of the letters themselves. */
export const letterRows: Row[] = [
  {
    name: "poison",
    least: 300,
    ends: ["quarantined"],
    // Of half of them what the signer wrote cannot be opened, of the others the bytes that were to be sent again.
    async act(stage) {
      const signatures = stage.worlds.flatMap((world) => world.signatures);
      const damaged = signatures.slice(0, Math.ceil(signatures.length * share) + 1).map(({ id }) => id);
      const half = Math.floor(damaged.length / 2);
      await stage.query(
        "update submissions set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) where signature_id = any ($1)",
        [damaged.slice(half)],
      );
      await stage.query(
        "update letters set sealed_bytes = '\\xdeadbeef', message_id = id || '@poison.test' where signature_id = any ($1)",
        [damaged.slice(0, half)],
      );
      await stage.query("create table damaged as select unnest($1::uuid[]) as signature_id", [damaged]);
      stage.startSome(2);
      await stage.reached(0.5);
    },
    check: checkPoison,
  },
];

async function checkPoison(stage: Stage): Promise<string[]> {
  const rows = await stage.query<{ signature_id: string }>("select signature_id from damaged");
  const damaged = new Set(rows.map(({ signature_id: id }) => id));
  const wrong = (await readLetters()).filter(
    ({ signatureId, state }) => damaged.has(signatureId) !== (state === "quarantined"),
  );
  return wrong.length > 0 ? [`${wrong.length} letters are quarantined that should not be, or the other way round`] : [];
}
