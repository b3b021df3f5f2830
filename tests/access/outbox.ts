import { openOutbox, openOutboxMessage } from "@/lib/delivery/open-outbox";
import { drainDue } from "@/lib/delivery/drain";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  { verb: "openOutbox", act: "outbox.read", call: (actor) => openOutbox(actor, { limit: 5 }), foreign: "nothing" },
  {
    verb: "openOutboxMessage",
    act: "outbox.read",
    async call(actor, { signatures: [signature] }) {
      await drainDue(null, new AbortController().signal);
      return openOutboxMessage(actor, "letters", signature?.letters.email ?? "");
    },
    foreign: "refused",
  },
];
