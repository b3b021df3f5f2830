import { actHrefs } from "./places";

/** After "g": where a letter leads. Each letter once. */
const goKeys = {
  overview: "o",
  tasks: "t",
  campaigns: "c",
  cases: "k",
  recipients: "r",
  delivery: "d",
  addresses: "a",
  embassies: "e",
  outbox: "b",
  account: "y",
  newCampaign: "n",
} as const;

export type GoTarget = keyof typeof goKeys;
export type GoShortcut = { target: GoTarget; key: string; href: string };

const isTarget = (name: string): name is GoTarget => Object.hasOwn(goKeys, name);

/** The ways by "g" and a letter that are open to a member. @param places entries of the rail and acts of the palette */
export function shortcutsTo(places: string[]): GoShortcut[] {
  return places.filter(isTarget).map((target) => {
    const href = target === "newCampaign" ? actHrefs.newCampaign : `/desk/${target}`;
    return { target, key: goKeys[target], href };
  });
}
