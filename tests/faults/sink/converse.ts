import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { Input } from "./input";
import type { Point, Rule, Script, Taken } from "./script";

/** What a conversation needs of its sink. */
export type Host = {
  script: Script;
  /** What EHLO offers. */
  offers: (encrypted: boolean) => string[];
  /** Null where no encryption is offered. */
  encrypt: ((socket: Socket) => Socket) | null;
  note: (taken: Taken) => void;
  /** A rule that wants it told has been met. */
  met: (point: Point) => void;
};

const junk = "this is a line of a banner that nobody has asked for and nobody will read to its end";

/** One client, from greeting to farewell. */
export async function converse(host: Host, socket: Socket): Promise<void> {
  let talk = new Talk(host, socket);
  if (!(await talk.say("connect", "220 sink ready"))) return;
  for (let line = await talk.input.line(); line !== null; line = await talk.input.line()) {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "STAR") {
      const { encrypt } = host;
      const goOn = await talk.say("starttls", encrypt ? "220 go ahead" : "502 5.5.1 not here", !encrypt);
      if (goOn && encrypt) talk = new Talk(host, encrypt(socket), true);
    } else if (!(await talk.answer(verb, line))) return;
  }
}

class Talk {
  readonly input: Input;
  #from = "";
  #to = "";

  constructor(
    private readonly host: Host,
    private readonly stream: Socket,
    private readonly encrypted = false,
  ) {
    this.input = new Input(stream);
  }

  /** @returns false when the conversation is over */
  async answer(verb: string, line: string): Promise<boolean> {
    if (verb === "EHLO" || verb === "HELO") return this.say("ehlo", this.#offer(), true);
    if (verb === "AUTH") return this.say("auth", "235 2.7.0 welcome", true);
    if (verb === "MAIL") {
      this.#from = addressIn(line);
      return this.say("mail", "250 2.1.0 fine", true);
    }
    if (verb === "RCPT") {
      this.#to = addressIn(line);
      return this.say("rcpt", "250 2.1.5 fine", true);
    }
    if (verb === "DATA") return this.#data();
    if (verb === "QUIT") {
      this.stream.end("221 bye\r\n");
      return false;
    }
    return write(this.stream, "250 fine\r\n");
  }

  /**
   * Replies as the script wants it.
   * @param goOn whether a refusal leaves the conversation going
   * @returns whether the reply was the usual one, or the conversation goes on
   */
  async say(point: Point, usual: string, goOn = false): Promise<boolean> {
    const rule = this.#rule(point);
    if (!rule) return write(this.stream, `${usual}\r\n`);
    return (await this.#follow(rule, usual)) && (goOn || rule.reply === undefined);
  }

  async #data(): Promise<boolean> {
    const refusal = this.#rule("data");
    if (refusal?.reply !== undefined || refusal?.drop) return this.#follow(refusal, "");
    if (refusal?.delayMs) await pause(refusal.delayMs);
    write(this.stream, "354 go on\r\n");
    const cut = this.#rule("body");
    if (cut?.drop) {
      await this.input.body(cut.afterBytes ?? 0);
      return this.#drop();
    }
    const body = await this.input.body();
    return body ? this.#dot(body, this.#rule("dot")) : false;
  }

  #rule(point: Point): Rule | undefined {
    const rule = this.host.script.at(point, domainOf(this.#to));
    if (rule?.tell) this.host.met(point);
    return rule;
  }

  /** The letter is noted before the client hears of it: what it says was accepted is in the log. */
  async #dot(body: Buffer, rule: Rule | undefined): Promise<boolean> {
    const usual = "250 2.0.0 taken";
    const said = rule?.reply ?? (rule?.drop ? "dropped" : usual);
    if (said === usual || rule?.taken) this.host.note({ at: Date.now(), ...this.#read(body), said });
    if (!rule) return write(this.stream, `${usual}\r\n`);
    return this.#follow(rule, usual);
  }

  #read(body: Buffer): Omit<Taken, "at" | "said"> {
    const text = body.toString("latin1");
    const [, messageId = ""] = /^Message-ID:\s*<([^>]+)>/im.exec(text) ?? [];
    const [digest, words] = [text, text.replace(/^Date: .*$/im, "")].map(digestOf) as [string, string];
    return { messageId, digest, words, from: this.#from, to: this.#to };
  }

  async #follow(rule: Rule, usual: string): Promise<boolean> {
    if (rule.delayMs) await pause(rule.delayMs);
    if (rule.drop && rule.reply === undefined) return this.#drop();
    const reply = `${rule.reply ?? usual}\r\n`;
    if (rule.floodBytes) await this.#flood(reply.slice(0, 3), rule.floodBytes);
    if (rule.byteMs) await this.#trickle(reply, rule.byteMs);
    else write(this.stream, reply);
    return rule.drop ? this.#drop() : !this.stream.destroyed;
  }

  async #flood(code: string, bytes: number): Promise<void> {
    const lines = `${code}-${junk}\r\n`.repeat(100);
    for (let sent = 0; sent < bytes && !this.stream.destroyed; sent += lines.length) {
      if (!this.stream.write(lines)) await Promise.race([drained(this.stream), pause(1000)]);
    }
  }

  async #trickle(text: string, everyMs: number): Promise<void> {
    for (const byte of text) {
      if (!write(this.stream, byte)) return;
      await pause(everyMs);
    }
  }

  #offer(): string {
    const [last = "sink", ...before] = ["sink", ...this.host.offers(this.encrypted)].toReversed();
    return [...before.toReversed().map((word) => `250-${word}`), `250 ${last}`].join("\r\n");
  }

  #drop(): false {
    this.stream.destroy();
    return false;
  }
}

function write(stream: Duplex, text: string): boolean {
  if (stream.destroyed || !stream.writable) return false;
  stream.write(text);
  return true;
}

function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => stream.once("drain", resolve));
}

function digestOf(text: string): string {
  return createHash("sha256").update(text, "latin1").digest("hex");
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? "";
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
