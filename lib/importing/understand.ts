import type { LineModel, ReadDocument } from "./lines";
import type { Draft } from "./schema";

/** The draft of a campaign from the lines of an appeal. */
export function understand({ repairs, lossy }: LineModel, headers: ReadDocument["headers"]): Draft {
  const dates = { incident: null, issued: null, deadline: null };
  const found = { title: headers?.subject ?? null, dates, persons: [], recipients: [], requests: [], warnings: [] };
  const nothing = { reference: null, kind: null, originator: null, forwarder: null, language: null, country: null };
  const parts = { embassyOf: null, letter: null, note: null, background: null };
  return { ...nothing, ...parts, ...found, repairs, lossy, traces: {}, confidence: 0 };
}
