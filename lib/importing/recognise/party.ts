import { readName } from "./holder";
import { matchAll, matchAt } from "./lexicon";
import { isOrganisation } from "./organisation";
import { remembering } from "./remember";
import { tokensOf } from "./tokens";
import { lexicons } from "./words";

/** Who wrote or passed on: the organisation, which may be shown in public, and who may be a private person, who may not. */
export type Party = { organisation: string | null; person: string | null };

// "Ida Berg, Harbour Network", "Ida Berg of the Harbour Network", "Ida Berg via Harbour Network".
const divider =
  /\s?[,;/|(（，、]\s?|\s[-–—]\s|\s(?:on behalf of|of|at|from|for|with|via|de|del|du|des|da|do|dell[ao]?|di|von|vom|bei|im namen|pour|para|por|per)\s(?:the\s|la\s|el\s|le\s|les\s|los\s|las\s|der\s|des\s|dem\s|il\s)?/giu;
const titles =
  /^(?:mr|mrs|ms|miss|dr|daw|u|ko|ma|saya|sr|sra|srta|mme|mlle|monsieur|madame|herr|frau|sig|signor|signora|dott|السيد|السيدة|الدكتور|الدكتورة|الأستاذ|الأستاذة)\.?\s|(?:님|씨|先生|女士)$/iu;
// Words for rights alone are part of what a person does as well as of an organisation's name.
const rights =
  /^(?:human|rights|droits|derechos|diritti|direitos|menschenrechte|humanitarian|humains|humanos|umani|of|de|des|dei)$/;
const trades =
  /(?:^|\s)(?:defender|activist|lawyer|attorney|advocate|journalist|worker|officer|researcher|coordinator|campaigner|monitor|volunteer|member|secretary|observer|reporter|writer)$|^(?:defensora?|activista|abogad[oa]|periodista|coordinadora?|militante?|défenseur|défenseure|defenseur|avocate?|journaliste|advogad[oa]|ativista|jornalista|avvocat[oa]|attivista|difens(?:ore|ora)|giornalista)\s|(?:aktivist|aktivistin|verteidiger|verteidigerin|anwalt|anwältin|journalistin)$|(?:활동가|변호사|기자|운동가|活动人士|律师|律師|记者|記者)$|^(?:ناشط|ناشطة|محامي|محامية|صحفي|صحفية)\s/iu;
// Bodies that are family names as well.
const surnames = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*)?\s(?:[Ll]e\s)?(?:Church|Pen|Kreis|Rat)$/u;
const initials = /^[AEIO]?[BCDFGHJKLMNPQRSTVWXZ]{3,6}$/;
// "Pens Without Shores": nobody is called so. "Bund freie Fackel": a body comes first, and small words may follow.
const joined = /^\p{Lu}.*\s(?:without|sans|sin|ohne|senza|sem|against|contre|contra|gegen|contro)\s/iu;
// No name is longer.
const longest = 300;

/** What is said of who wrote or passed on an appeal: what does not name an organisation for certain counts as a person's name. */
export const readParty = remembering((text): Party => {
  const clean = text.slice(0, longest).trim();
  for (const match of clean.matchAll(divider)) {
    const [head, rest] = [clean.slice(0, match.index).trim(), clean.slice(match.index + match[0].length)];
    if (!isPerson(head)) continue;
    if (isShortOf(head, rest)) return { organisation: clean, person: null };
    const body = bodyAmong(rest);
    if (body) return { organisation: body, person: head };
    if (!/^\p{L}/u.test(match[0].trim())) return { organisation: null, person: head };
  }
  return names(clean) ? { organisation: clean, person: null } : { organisation: null, person: clean };
});

/** The first that is a body of the pieces behind a name. */
function bodyAmong(rest: string): string | null {
  const single = rest.split(/[,;/|()（），、]|\s[-–—]\s/);
  const whole = trades.test(single[0]?.trim() ?? "") ? [] : [rest];
  const pieces = [...whole, ...single].map((one) => one.replace(/[)）\s]+$/, "").trim());
  return pieces.find((one) => names(one) && !isGeneral(one)) ?? null;
}

/** "Human Rights", "Refugees": what somebody cares for. */
function isGeneral(text: string): boolean {
  const words = tokensOf(text);
  if (words.every(({ word }) => rights.test(word))) return true;
  return words.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(text);
}

function names(text: string): boolean {
  if (titles.test(text) || trades.test(text) || /[:：]/.test(text)) return false;
  if (initials.test(text)) return true;
  if (surnames.test(text)) return false;
  if (!isOrganisation(text)) return isBodyFirst(text) || (text.length < 80 && joined.test(text));
  // A short form in brackets alone makes no body of a name.
  const bare = text.replace(/\s?\(.*$/, "");
  return matchAll(lexicons.bodies, tokensOf(text)).length > 0 || bare === text || !isPerson(bare);
}

function isBodyFirst(text: string): boolean {
  const tokens = tokensOf(text);
  const hit = matchAt(lexicons.bodies, tokens, 0);
  return (
    hit !== null && tokens.length > hit.to && tokens.length < 6 && text.length < 60 && /^\p{Lu}[^.!?:;\d]+$/u.test(text)
  );
}

function isPerson(text: string): boolean {
  return titles.test(text) || (readName(text) !== null && !names(text));
}

/** "Voces Libres Oaxaca (VLO)": the short form is made of the first letters. */
function isShortOf(name: string, rest: string): boolean {
  const [, short = ""] = /^([A-Z]{3,8})[)）]$/.exec(rest.trim()) ?? [];
  const firsts = tokensOf(name).map(({ text: [first = ""] }) => first.toUpperCase());
  return short !== "" && short === firsts.filter((one) => short.includes(one)).join("");
}
