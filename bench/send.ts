import { fork } from "node:child_process";
import { createTransport } from "nodemailer";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { makeSignatures, type World } from "@/tests/factories";
import type { Bench, Run } from "./measure";

const connections = 20;
const letters = 4000;
const slowMs = 20;
const unit = "letters/s";

/** send: from claim to accepted, with fence, attempts and tallies, beside a bare nodemailer pool with the same letters. */
export async function measureSend({ world }: Bench): Promise<Run> {
  return withSink(0, async (port) => {
    const value = await drain(world, port);
    return { value, limit: await bare(port), unit, p99Ms: 0, tool: "nodemailer pool" };
  });
}

/** send, slow server: the same, to a server that takes 20 ms for each letter, beside connections ÷ latency. */
export async function measureSendSlow({ world }: Bench): Promise<Run> {
  return withSink(slowMs, async (port) => {
    const value = await drain(world, port);
    return { value, limit: (connections * 1000) / slowMs, unit, p99Ms: 0, tool: "connections ÷ latency" };
  });
}

async function drain(world: World, port: number): Promise<number> {
  await makeSignatures(world, letters);
  const transport = new Transport(`smtp://127.0.0.1:${port}`, connections, connections);
  const perSecond = await rate(() => drainDue(transport, new AbortController().signal));
  transport.close();
  const left = await db().letter.count({ where: { channel: "email", state: { not: "accepted" } } });
  if (left > 0) throw new Error(`${left} letters were not accepted`);
  return perSecond;
}

async function bare(port: number): Promise<number> {
  const pool = createTransport({
    host: "127.0.0.1",
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
  });
  const text = `Your Excellency,\n\n${"I ask you not to send him back. ".repeat(8)}\n\nYours sincerely,\nAnn Example, France`;
  const mail = {
    from: "ann@appeals.test",
    to: "minister@mfa.example.org",
    subject: "Please do not send him back",
    text,
  };
  const perSecond = await rate(() => Promise.all(Array.from({ length: letters }, () => pool.sendMail(mail))));
  pool.close();
  return perSecond;
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return letters / ((performance.now() - began) / 1000);
}

/** Gives a measurement a mail server that answers at once, or after some milliseconds for each letter. */
export async function withSink(delayMs: number, measure: (port: number) => Promise<Run>): Promise<Run> {
  const sink = fork("bench/mail-sink.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DELAY: String(delayMs) },
  });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      sink.once("message", (message) => resolve(Number(message)));
      sink.once("exit", () => reject(new Error("the mail server of the bench did not start")));
    });
    return await measure(port);
  } finally {
    sink.kill();
  }
}
