import type { Draft, FoundRecipient } from "@/lib/importing/schema";

/** What a careful reader takes from a fixture. What is left out is not asserted; null and [] are. */
export type Expected = {
  addresses: { channel: string; value: string; recipient?: string }[];
  notTargets: string[];
  recipients?: { nameContains?: string; officeContains?: string }[];
  recipientCount?: number;
  copies?: string[];
  salutations: string[];
  closings: string[];
  letter: { startsWith: string; endsWith: string } | null;
  embassyOf: string | null;
  persons?: string[];
  requests?: number;
  warnings?: string[];
  subject?: string;
  issued?: string;
  incident?: string;
  deadline?: string;
  reference?: string;
  kind?: string;
  title?: string;
  originator?: string | null;
  forwarder?: string | null;
  language?: string;
  country?: string;
};

const fold = (text: string | null | undefined) =>
  (text ?? "")
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
const bare = (text: string | null | undefined) => fold(text).replace(/[\s,:;.]+$/, "");
const whoIs = ({ name, office, organisation }: FoundRecipient) =>
  fold(`${name ?? ""} ${office ?? ""} ${organisation ?? ""}`);

/** What is missing in a draft, in words; [] where all is there. */
export function misses(draft: Draft, expected: Expected): string[] {
  return [
    ...ofAddresses(draft, expected),
    ...ofRecipients(draft, expected),
    ...ofLetter(draft, expected),
    ...ofValues(draft, expected),
    ...ofLists(draft, expected),
  ];
}

function ofAddresses({ recipients }: Draft, expected: Expected): string[] {
  const all = recipients.flatMap((one) => one.addresses.map((address) => ({ ...address, who: whoIs(one) })));
  const found = expected.addresses.filter(({ channel, value, recipient }) =>
    all.some(
      (one) =>
        one.channel === channel &&
        (channel === "post" ? fold(one.value).includes(fold(value)) : one.value === value) &&
        one.who.includes(fold(recipient)),
    ),
  );
  const missing = expected.addresses
    .filter((one) => !found.includes(one))
    .map((one) => `missing ${one.channel} ${one.value} of ${one.recipient}`);
  const wanted = new Set(expected.addresses.map(({ channel, value }) => `${channel} ${value}`));
  const wrong = all
    .filter(
      ({ channel, value }) =>
        channel !== "post" && channel !== "telephone" && !wanted.has(`${channel} ${value}`) && channel !== "web-form",
    )
    .map(({ channel, value }) => `made up ${channel} ${value}`);
  const banned = expected.notTargets.filter(
    (one) =>
      all.some(({ value }) => value === one) ||
      recipients.some(({ name, office }) => fold(name) === fold(one) || fold(office) === fold(one)),
  );
  return [...missing, ...wrong, ...banned.map((one) => `a target: ${one}`)];
}

function ofRecipients({ recipients, embassyOf }: Draft, expected: Expected): string[] {
  const lost = (expected.recipients ?? []).filter(
    ({ nameContains, officeContains }) =>
      !recipients.some((one) => whoIs(one).includes(fold(nameContains)) && whoIs(one).includes(fold(officeContains))),
  );
  const copies = recipients.filter(({ role }) => role === "copy");
  const noCopy = (expected.copies ?? []).filter((name) => !copies.some((one) => whoIs(one).includes(fold(name))));
  const count = expected.recipientCount ?? recipients.length;
  return [
    ...lost.map((one) => `missing recipient ${JSON.stringify(one)}`),
    ...noCopy.map((name) => `no copy to ${name}`),
    ...(count === recipients.length
      ? []
      : [`${recipients.length} recipients, not ${count}: ${recipients.map(whoIs).join(" / ")}`]),
    ...(copies.length === (expected.copies ?? []).length ? [] : [`${copies.length} copies`]),
    ...(embassyOf === expected.embassyOf ? [] : [`embassyOf ${embassyOf}`]),
  ];
}

function ofLetter({ letter, recipients }: Draft, expected: Expected): string[] {
  const openings = [letter?.opening, ...recipients.map(({ salutation }) => salutation)].map(bare);
  const closings = [letter?.closing, ...recipients.map(({ closing }) => closing)].map(bare);
  const body = fold(letter?.body);
  return [
    ...expected.salutations
      .filter((one) => !openings.some((other) => other.includes(bare(one))))
      .map((one) => `no salutation ${one}`),
    ...expected.closings
      .filter((one) => !closings.some((other) => other.includes(bare(one))))
      .map((one) => `no closing ${one}`),
    ...(expected.letter === null && letter ? [`a letter made up: ${body.slice(0, 60)}`] : []),
    ...(expected.letter && !body.startsWith(fold(expected.letter.startsWith))
      ? [`letter starts ${body.slice(0, 60)}`]
      : []),
    ...(expected.letter && !body.endsWith(fold(expected.letter.endsWith)) ? [`letter ends ${body.slice(-60)}`] : []),
  ];
}

function ofValues({ dates, letter, ...draft }: Draft, expected: Expected): string[] {
  const values = { ...draft, ...dates, subject: letter?.subject };
  const exact = [
    "language",
    "country",
    "kind",
    "issued",
    "incident",
    "deadline",
    "title",
    "reference",
    "subject",
  ] as const;
  const close = ["originator", "forwarder"] as const;
  return [
    ...exact
      .filter((name) => expected[name] !== undefined && fold(values[name]) !== fold(expected[name]))
      .map((name) => `${name} ${values[name]}`),
    ...close
      .filter(
        (name) =>
          expected[name] !== undefined &&
          (expected[name] ? !fold(values[name]).includes(fold(expected[name])) : values[name] !== null),
      )
      .map((name) => `${name} ${values[name]}`),
  ];
}

function ofLists({ persons, requests, warnings }: Draft, expected: Expected): string[] {
  const nobody = (expected.persons ?? []).filter((name) => !persons.some((one) => fold(one.name) === fold(name)));
  const silent = (expected.warnings ?? []).filter((code) => !warnings.some((one) => one.code === code));
  return [
    ...nobody.map((name) => `no person ${name}`),
    ...silent.map((code) => `no warning ${code}`),
    ...(expected.requests === undefined || expected.requests === requests.length
      ? []
      : [`${requests.length} requests`]),
  ];
}
