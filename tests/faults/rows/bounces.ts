import { freePort } from "@/lib/database/free-port";
import { autoReply, postfixReport } from "@/tests/delivery-reports";
import { flood, type Brought } from "@/tests/faults/flood";
import { countOverdue, readLetters } from "@/tests/faults/letters";
import type { Random } from "@/tests/faults/random";
import type { Row } from "@/tests/faults/row";
import type { Taken } from "@/tests/faults/sink/script";
import type { Stage } from "@/tests/faults/stage";
import { until } from "@/tests/faults/until";

const share = 0.1;
const falseOnes = 50_000;

/** Reports on a tenth of the letters, each true one many times over, and others that nobody has reason to believe. */
export const bounceRows: Row[] = [
  {
    name: "bounces",
    seconds: 1,
    ends: ["bounced"],
    async act(stage) {
      const port = await freePort();
      stage.startSome(2, { env: { BOUNCE_PORT: String(port) } });
      await stage.reached(1);
      await until("all letters have left", async () => (await countOverdue()) === 0);
      const letters = stage.taken.read();
      const reports = letters.slice(0, Math.ceil(letters.length * share)).map(reportOn);
      const { taken } = await flood(port, reports);
      if (taken < reports.length) throw new Error(`${reports.length - taken} true reports were refused`);
      const spares = letters.slice(reports.length);
      await flood(
        port,
        Array.from({ length: falseOnes }, (_, at) => falseOne(at, reports, spares, stage.random)),
      );
    },
    check: checkBounces,
  },
];

/** The envelope sender of a letter is where its report goes. */
function reportOn({ from, to }: Taken): Brought {
  return { to: from, raw: postfixReport({ recipient: to, messageId: `${from.length}.${from}.report` }) };
}

/** In turn: one that came before, the same in another case, a forged path, a path made up, an answer of a machine. */
function falseOne(at: number, reports: Brought[], spares: Taken[], random: Random): Brought {
  const again = reports[random.whole(0, reports.length - 1)] as Brought;
  const spare = spares[random.whole(0, spares.length - 1)] as Taken;
  const { raw } = reportOn(spare);
  const kinds: (() => Brought)[] = [
    () => again,
    () => ({ ...again, to: again.to.toUpperCase() }),
    () => ({ to: forged(spare.from, random), raw }),
    () => ({ to: spare.from.replace(/\+.*@/, `+l${"a".repeat(42)}@`), raw }),
    () => ({ to: spare.from, raw: autoReply() }),
  ];
  return (kinds[at % kinds.length] as () => Brought)();
}

/** One letter of the token is another. */
function forged(path: string, random: Random): string {
  const from = path.indexOf("+") + 2;
  const at = random.whole(from, path.indexOf("@") - 2);
  return `${path.slice(0, at)}${path[at] === "a" ? "b" : "a"}${path.slice(at + 1)}`;
}

async function checkBounces(stage: Stage): Promise<string[]> {
  const letters = await readLetters();
  const bounced = letters.filter(({ state }) => state === "bounced").length;
  const wanted = Math.ceil(letters.length * share);
  const [row] = await stage.query<{ count: number }>("select count(*)::int as count from bounces");
  return [
    ...(bounced === wanted ? [] : [`${bounced} letters are bounced, not ${wanted}`]),
    ...(row?.count === wanted ? [] : [`${row?.count} reports are kept, not ${wanted}`]),
  ];
}
