import { typedFields, type Typed } from "./schema";

/** The fields of the signing form as they came over the wire. `trapped`: the field nobody sees was filled. */
export type SignForm = { typed: Typed; partner: string; trapped: boolean };

/** Reads a form body (application/x-www-form-urlencoded); unknown fields are left out, of a repeated one the first counts. */
export function readSignForm(body: string): SignForm {
  const fields = new URLSearchParams(body);
  const typed: Typed = {};
  for (const name of typedFields) {
    const value = fields.get(name);
    if (value !== null) typed[name] = value;
  }
  return { typed, partner: fields.get("via") ?? "", trapped: Boolean(fields.get("website")) };
}
