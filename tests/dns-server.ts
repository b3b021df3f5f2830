import { createSocket } from "node:dgram";

/** What is published: by name, then by kind of record. */
export type Zone = Record<string, { TXT?: string[]; MX?: [number, string][]; A?: string[]; PTR?: string[] }>;

export type DnsServer = {
  /** As DNS_SERVERS has it. */
  address: string;
  stop: () => void;
};

const kinds = { A: 1, PTR: 12, MX: 15, TXT: 16 } as const;
const kindsByNumber = new Map(
  Object.entries(kinds).map(([kind, number]) => [number as number, kind as keyof typeof kinds]),
);

/** A name server on loopback that knows this zone and nothing else (RFC 1035 §4.1). `null` refuses every question. */
export async function startDnsServer(zone: Zone | null): Promise<DnsServer> {
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => socket.send(answer(question, zone), port, address));
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => void socket.close() };
}

function answer(question: Buffer, zone: Zone | null): Buffer {
  const { name, end } = readName(question);
  const kind = kindsByNumber.get(question.readUInt16BE(end));
  const records = zone?.[name];
  const answers = kind ? (records?.[kind] ?? []).map((value) => dataOf(kind, value)) : [];
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  const notThere = records ? 0 : 3;
  head.writeUInt16BE(0x8180 | (zone ? notThere : 5), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answers.length, 6);
  const asked = question.subarray(12, end + 4);
  const body = answers.map((data) => {
    const lead = Buffer.from([
      0xc0,
      12,
      0,
      kind ? kinds[kind] : 0,
      0,
      1,
      0,
      0,
      0,
      60,
      data.length >> 8,
      data.length & 255,
    ]);
    return Buffer.concat([lead, data]);
  });
  return Buffer.concat([head, asked, ...body]);
}

function readName(question: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 1 };
}

function dataOf(kind: keyof typeof kinds, value: string | [number, string]): Buffer {
  if (typeof value !== "string")
    return Buffer.concat([Buffer.from([value[0] >> 8, value[0] & 255]), wireName(value[1])]);
  if (kind === "A") return Buffer.from(value.split(".").map(Number));
  if (kind === "PTR") return wireName(value);
  const pieces = value.match(/.{1,255}/g) ?? [];
  return Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)])));
}

function wireName(name: string): Buffer {
  const labels = name === "" ? [] : name.split(".");
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}
