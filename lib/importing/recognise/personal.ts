import { matchAll, matchAt } from "./lexicon";
import type { RawRecipient } from "./raw-recipient";
import type { Token } from "./tokens";
import { lexicons } from "./words";

/** Whether words speak of a relative, a lawyer, a doctor or a friend: "his brother", "esposa del detenido". */
export function isPrivate(tokens: readonly Token[]): boolean {
  return matchAll(lexicons.private, tokens).some(({ from, to }) =>
    // "Lawyer of the State" may be an office.
    tokens.slice(from, to).every((_, at) => matchAt(lexicons.offices, tokens, from + at) === null),
  );
}

/** Whether words ask to turn to somebody for information, for the press, or to the sender. */
export function isEnquiry(tokens: readonly Token[]): boolean {
  return matchAll(lexicons.enquiries, tokens).length > 0;
}

/** What the words beside somebody say: of a private person or an enquiry, and of a place to be held in. */
export type Said = { personal: boolean; captive: boolean };

export function readSaid(tokens: readonly Token[]): Said {
  return {
    personal: isPrivate(tokens) || isEnquiry(tokens),
    captive: matchAll(lexicons.captive, tokens).length > 0,
  };
}

/**
 * Whether somebody may be a relative, a lawyer or the prisoner, and no recipient of letters: nobody says which office or body,
 * a place to be held in stands in the address, or words say so.
 * @param said the words of the lines they were read from
 */
export function isPersonal(
  { name, office, organisation, personal }: Pick<RawRecipient, "name" | "office" | "organisation" | "personal">,
  said: Said,
): boolean {
  if (personal || said.personal) return true;
  if (name === null || office !== null) return false;
  return organisation === null || said.captive;
}
