import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { draftFields } from "@/lib/received/draft-fields";
import { proposeKnown } from "@/lib/received/propose-known";
import type { Draft } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { newReceivedKey, sealContent, sealOriginal } from "@/lib/received/sealed";
import type { ReceivedContent } from "@/lib/received/schema";
import { v7 as uuidv7 } from "uuid";

/** A made-up appeal with a forwarder's note, a broken apostrophe, a lost letter, a letter, and two ways to write. */
export const appealText = `Dear friends, my sister Oriel Tamsin of Quayside passed this on.

Harbour Watch Appeal HW 17/2031
URGENT ACTION: the teacher Benedek Zsoldos

Benedek Zsoldos was taken from his school in the harbour town. Nobody has told his family¡¯s lawyer where he is. The caf?teria owner saw it.

Please write to the minister before 30 June 2099.

Dear Minister,

I write because of the teacher Benedek Zsoldos. Please tell his family where he is.

Let him go home.

Yours sincerely,
Harbour Watch

Mr Imre Vadas
Minister of the Interior
minister@interior.example.org
Fax: +44 1632 960123
`;

const at = (lines: number[], confidence = 0.9) => ({ lines, confidence });

/** What a careful reader takes from it. */
export function draftOf(change: Partial<Draft> = {}): Draft {
  return {
    request: null,
    summary: null,
    deadlineClock: null,
    reference: "HW 17/2031",
    kind: "urgent_action",
    title: "The teacher Benedek Zsoldos",
    originator: "Harbour Watch",
    forwarder: "Oriel Tamsin",
    language: "en",
    country: "HU",
    dates: { incident: null, issued: null, deadline: "2099-06-30" },
    persons: [{ name: "Benedek Zsoldos", ...at([4]) }],
    recipients: [
      {
        role: "to",
        name: "Imre Vadas",
        office: "Minister of the Interior",
        organisation: null,
        country: "HU",
        language: null,
        salutation: "Dear Minister,",
        closing: null,
        addresses: [
          {
            channel: "email",
            value: "minister@interior.example.org",
            raw: "minister@interior.example.org",
            ...at([21]),
          },
          { channel: "fax", value: "+441632960123", raw: "+44 1632 960123", ...at([22]) },
        ],
        ...at([19, 20, 21, 22]),
      },
    ],
    embassyOf: null,
    letter: {
      subject: null,
      opening: "Dear Minister,",
      body: "I write because of the teacher Benedek Zsoldos. Please tell his family where he is.\n\nLet him go home.",
      closing: "Yours sincerely,",
      signOff: "Harbour Watch",
      language: "en",
      ...at([10, 12, 14, 16]),
    },
    note: { text: "Dear friends, my sister Oriel Tamsin of Quayside passed this on.", ...at([1]) },
    background: { text: "Benedek Zsoldos was taken from his school in the harbour town.", ...at([6], 0.5) },
    requests: [
      { text: "Please tell his family where he is.", ...at([12]) },
      { text: "Close the <b>secret</b> prison.", ...at([12]) },
    ],
    repairs: [{ from: "family¡¯s", to: "family’s", lines: [6], reason: "mojibake" }],
    lossy: [{ text: "caf?teria", lines: [6] }],
    warnings: [{ code: "signed-by-organisation", values: {}, lines: [17] }],
    traces: { reference: at([3]), title: at([4], 0.6), "dates.deadline": at([8]) },
    confidence: 0.8,
    ...change,
  };
}

type Of = Pick<Actor, "organisationId" | "accountId">;

/** A received appeal of a member, as if it had been read as such a draft, before anybody looked into the library. @returns its id */
export async function makeReceived(of: Of, change: Partial<Draft> = {}, text = appealText): Promise<string> {
  return keepReceived(of, contentOf(change, text));
}

/** The same, held against the library as a new one is. @returns its id */
export async function makeProposed(actor: Actor, change: Partial<Draft> = {}): Promise<string> {
  return keepReceived(actor, await proposeKnown(db(), actor, contentOf(change, appealText)));
}

function contentOf(change: Partial<Draft>, text: string): ReceivedContent {
  const draft = draftOf(change);
  const { fields, traces } = draftFields(draft);
  const { lines } = toLines(text);
  const begun = { undone: [], others: ["windows-1252"], name: "", shape: 1, touched: "" };
  return { text, lines, draft, read: fields, fields, traces, ...begun };
}

async function keepReceived({ organisationId, accountId }: Of, content: ReceivedContent): Promise<string> {
  const id = uuidv7();
  const { key, sealedKey } = newReceivedKey(id);
  const sealedBytes = sealOriginal(key, id, Buffer.from(content.text));
  const sealed = { sealedKey, sealedBytes, ...sealContent(key, id, content) };
  const read = { mediaType: "text/plain", encoding: "utf-8" };
  await db().receivedAppeal.create({ data: { id, organisationId, accountId, ...read, ...sealed } });
  return id;
}
