/** How far a letter goes by post, and whether it comes before a deadline; `open` where there is none. */
export type PostTime = { reach: "inland" | "near" | "far"; fits: "open" | "in-time" | "may-be-late" | "too-late" };

/**
 * Days a letter is on its way, the first and the last that are usual. National posts aim at 1 to 3 days at home, 3 to 5 within
 * Europe and 6 to 7 working days to the rest of the world (Royal Mail, International Standard; La Poste and Deutsche Post say the
 * like); these are aims for what is sorted by machine, so the last day here is more than twice of that.
 */
const days = { inland: [2, 7], near: [4, 10], far: [7, 21] } as const;

// The posts of Europe exchange letters by road.
const europe =
  "AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA XK".split(
    " ",
  );

const day = 86_400_000;

/**
 * How long a letter by post takes, held against a deadline.
 * @param from the country it is posted in (ISO 3166-1 alpha-2); "" while it is not known
 */
export function postTime(from: string, to: string, { now, deadline }: { now: Date; deadline: Date | null }): PostTime {
  const reach = reachOf(from, to);
  const [first, last] = days[reach];
  if (!deadline) return { reach, fits: "open" };
  const left = (deadline.getTime() - now.getTime()) / day;
  return { reach, fits: left >= last ? "in-time" : left >= first ? "may-be-late" : "too-late" };
}

function reachOf(from: string, to: string): PostTime["reach"] {
  if (from === to) return "inland";
  return europe.includes(from) && europe.includes(to) ? "near" : "far";
}
