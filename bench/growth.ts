import type { Large } from "./large";
import type { Run } from "./measure";

const warmUps = 8;
const rounds = 40;

type Look = (installation: Large, round: number) => Promise<unknown>;

/** What people look at, each as a request of its own, none of them answered from a cache. */
const looks: Record<string, Look> = {
  page: (one, round) => get(one, `/en/appeals/${one.slug}?via=round-${round}`),
  overview: (one) => get(one, `/desk/campaigns/${one.campaignId}`),
  list: (one) => get(one, `${listOf(one)}?state=confirmed`),
  "list, middle": (one) => get(one, `${listOf(one)}?state=confirmed&before=${one.middle}`),
  search: (one) => search(one),
};

/**
 * growth: the slowest growing of these pages, as its time at a million signatures over its time at a thousand (lower is
 * better). Both installations are asked in turn, so that what disturbs one disturbs the other.
 */
export async function measureGrowth(large: Large, small: Large): Promise<Run> {
  const ratios: [string, { value: number; limit: number; ratio: number }][] = [];
  for (const [name, look] of Object.entries(looks)) {
    const [value, limit] = await compare(look, large, small);
    ratios.push([name, { value, limit, ratio: value / limit }]);
  }
  const [name, worst] = ratios.toSorted(([, one], [, other]) => other.ratio - one.ratio)[0] ?? [
    "",
    { value: 0, limit: 1 },
  ];
  const notes = Object.fromEntries(ratios.map(([look, { ratio }]) => [look, ratio]));
  const times = Object.fromEntries(ratios.map(([look, { value }]) => [`${look}, ms at a million`, value]));
  return {
    value: worst.value,
    limit: worst.limit,
    unit: "ms",
    p99Ms: 0,
    tool: `${name} at ${small.count}`,
    notes: { ...notes, ...times },
  };
}

/** The medians of both, in milliseconds. */
async function compare(look: Look, large: Large, small: Large): Promise<[number, number]> {
  const times = { large: [] as number[], small: [] as number[] };
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const [atLarge, atSmall] = [await time(look, large, round), await time(look, small, round)];
    if (round < warmUps) continue;
    times.large.push(atLarge);
    times.small.push(atSmall);
  }
  return [median(times.large), median(times.small)];
}

let asked = 0;

async function time(look: Look, installation: Large, round: number): Promise<number> {
  const began = performance.now();
  await look(installation, (asked += 1) * 1000 + round);
  return performance.now() - began;
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function listOf({ campaignId }: Large): string {
  return `/desk/campaigns/${campaignId}/signatures`;
}

async function get({ port, cookie }: Large, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
  return answer.text();
}

const forms = new Map<Large, FormData>();

/** Searches as a browser without script does: by the form as it stands in the page. The answer leads to the signature. */
async function search(installation: Large): Promise<void> {
  const path = listOf(installation);
  const form = forms.get(installation) ?? readForm(await get(installation, path), installation);
  forms.set(installation, form);
  const url = `http://127.0.0.1:${installation.port}`;
  const headers = { cookie: installation.cookie, origin: url };
  const answer = await fetch(`${url}${path}`, { method: "POST", headers, body: form, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 303 || !answer.headers.get("location")?.endsWith(installation.middle)) {
    throw new Error(`the search was answered with ${answer.status}`);
  }
}

function readForm(page: string, { email }: Large): FormData {
  const [text = ""] = /<search\b[\s\S]*?<\/search>/.exec(page) ?? [];
  const form = new FormData();
  for (const [, tag = ""] of text.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(tag, "name");
    if (name) form.append(name, name === "signer" ? email : (attribute(tag, "value") ?? ""));
  }
  return form;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
