import { bodyLanguageField, bodyPrefix, revisionField, typedFields, type Typed } from "./schema";

/**
 * The fields of the signing form as they came over the wire. `trapped`: the field nobody sees was filled; `bodyLanguage`: the
 * language of the text to everybody, as the page said it; `revision`: the number of the one it was typed into, where the page said it.
 */
export type SignForm = {
  typed: Typed;
  bodyLanguage: string;
  revision: number | undefined;
  partner: string;
  trapped: boolean;
};

/** Reads a form body (application/x-www-form-urlencoded); unknown fields are left out, of a repeated one the first counts. */
export function readSignForm(body: string): SignForm {
  const fields = new URLSearchParams(body);
  const typed: Typed = {};
  for (const name of typedFields) {
    const value = fields.get(name);
    if (value !== null) typed[name] = value;
  }
  const bodies = bodiesOf(fields);
  if (Object.keys(bodies).length > 0) typed.bodies = JSON.stringify(bodies);
  const bodyLanguage = fields.get(bodyLanguageField) ?? "";
  const said = fields.get(revisionField);
  const revision = said === null ? undefined : Number(said);
  return { typed, bodyLanguage, revision, partner: fields.get("via") ?? "", trapped: Boolean(fields.get("website")) };
}

/** The texts of the letter's versions: each has a field `body.{key}`. */
function bodiesOf(fields: URLSearchParams): Record<string, string> {
  const found = [...fields].filter(([name]) => name.startsWith(bodyPrefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(bodyPrefix.length), value]));
}
