import type { FormState } from "@/lib/forms";

export type Fields = Record<string, string>;

/** What came of a save: the new mark of what stands there, and when (ISO 8601). */
export type AutosaveAnswer = FormState & { seen?: string; at?: string };

export type AutosaveStatus =
  /** `stopped`: why is said on top of the form. */
  | { kind: "idle" | "waiting" | "saving" | "offline" | "stopped" }
  /** `partly`: but for the fields that are marked. */
  | { kind: "saved"; at?: string | undefined; partly: boolean }
  /** What is marked keeps everything from being saved. */
  | { kind: "invalid" }
  | { kind: "refused"; refusal: NonNullable<FormState["refusal"]>; values: Fields };

/** The form as it is saved by itself. */
export type Saveable = {
  read: () => Fields;
  write: (fields: Fields) => void;
  /** The error of each field that cannot be saved. */
  check: (fields: Fields) => Fields;
  mark: (errors: Fields) => void;
  /** @throws when nobody answers */
  send: (fields: Fields) => Promise<AutosaveAnswer>;
  /** What is stored now; `seen` is its new mark, if it has one. */
  settle: (fields: Fields, seen?: string) => void;
  show: (status: AutosaveStatus, steps: Steps) => void;
};

/** Whether there is a save to undo, and one to do again. */
export type Steps = { undo: boolean; redo: boolean };

/** After typing stops. */
const restMs = 1500;
const retryMs = 5000;

/**
 * Saves a form by itself: some moments after the last change, one request at a time, again and again while nobody answers.
 * What is refused waits for the member. Each save can be undone, which is a save too.
 */
export class Autosaver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private past: Fields[] = [];
  private future: Fields[] = [];
  private busy = false;
  private flight: Promise<unknown> = Promise.resolve();
  private again = false;
  private writing = false;
  private status: AutosaveStatus = { kind: "idle" };
  /** Whether the member has to save by hand: somebody else changed it, or it can be saved no more. */
  stopped = false;

  /** @param saved what is stored */
  constructor(
    private readonly form: Saveable,
    private saved: Fields,
  ) {}

  changed(): void {
    if (this.stopped || this.writing) return;
    if (!this.busy) this.say({ kind: "waiting" });
    this.after(restMs);
  }

  /** Ends it; what is under way is still taken. */
  stop(): void {
    clearTimeout(this.timer);
    this.stopped = true;
  }

  /** Makes way for the member, who saves by hand: what is under way is waited for, and nothing goes until `back`. */
  async quiet(): Promise<void> {
    clearTimeout(this.timer);
    await this.flight;
    this.busy = true;
  }

  /** What came of saving by hand: what is stored now, or why nothing more may be saved by itself. */
  back(answer: { stored: Fields } | { refused: boolean }): void {
    this.busy = false;
    this.stopped = "refused" in answer && answer.refused;
    if ("stored" in answer) this.keep(answer.stored);
    if (this.again) this.after(restMs);
    this.again = false;
    this.say("stored" in answer ? { kind: "saved", partly: false } : { kind: "stopped" });
  }

  async save(): Promise<void> {
    clearTimeout(this.timer);
    if (this.stopped) return;
    if (this.busy) {
      this.again = true;
      return;
    }
    const typed = this.form.read();
    const { fields, errors } = this.sendable(typed);
    this.form.mark(errors);
    if (!fields) return this.say({ kind: "invalid" });
    const partly = Object.keys(errors).length > 0;
    if (same(fields, this.saved)) return this.say(partly ? { kind: "invalid" } : { kind: "saved", partly });
    if (await this.hand(fields, partly)) this.keep(fields);
    this.say(this.status);
  }

  async undo(): Promise<void> {
    const typed = this.form.read();
    if (!same(typed, this.saved)) {
      await this.turn(this.saved, () => this.future.push(typed));
      return;
    }
    const earlier = this.past.at(-1);
    if (!earlier) return;
    await this.turn(earlier, () => {
      this.past.pop();
      this.future.push(typed);
    });
  }

  async redo(): Promise<void> {
    const later = this.future.at(-1);
    if (!later) return;
    const { saved } = this;
    await this.turn(later, () => {
      this.future.pop();
      if (!same(later, saved)) this.past.push(saved);
    });
  }

  /** Puts other words into the form and saves them. */
  private async turn(fields: Fields, note: () => void): Promise<void> {
    if (this.busy || this.stopped) return;
    clearTimeout(this.timer);
    this.writing = true;
    this.form.write(fields);
    this.writing = false;
    this.form.mark({});
    const stored = same(fields, this.saved);
    if (stored) this.form.settle(fields);
    const done = stored || (await this.hand(fields, false));
    if (done) {
      note();
      this.saved = fields;
    }
    this.say(done ? { kind: "saved", partly: false, at: atOf(this.status) } : this.status);
  }

  /** @returns whether it is stored */
  private async hand(fields: Fields, partly: boolean): Promise<boolean> {
    this.busy = true;
    this.say({ kind: "saving" });
    const sending = this.form.send(fields).catch(() => null);
    this.flight = sending;
    const answer = await sending;
    this.busy = false;
    if (!answer) {
      this.status = { kind: "offline" };
      this.after(retryMs);
      return false;
    }
    if (answer.saved) {
      this.form.settle(fields, answer.seen);
      this.status = { kind: "saved", at: answer.at, partly };
      if (this.again) this.after(restMs);
      this.again = false;
      return true;
    }
    if (answer.refusal) {
      this.stopped = true;
      this.status = { kind: "refused", refusal: answer.refusal, values: answer.values ?? {} };
    } else {
      this.form.mark(answer.errors ?? {});
      this.status = { kind: "invalid" };
    }
    return false;
  }

  /** What of the form can be saved: a field that is wrong stays as it is stored. */
  private sendable(typed: Fields): { fields: Fields | null; errors: Fields } {
    const errors = this.form.check(typed);
    const stored = Object.keys(errors).map((name) => [name, this.saved[name] ?? ""]);
    const fields = { ...typed, ...(Object.fromEntries(stored) as Fields) };
    const whole = Object.keys(this.form.check(fields)).length === 0;
    return { fields: whole ? fields : null, errors };
  }

  private keep(fields: Fields): void {
    if (!same(fields, this.saved)) this.past.push(this.saved);
    this.future = [];
    this.saved = fields;
  }

  private after(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private say(status: AutosaveStatus): void {
    this.status = status;
    const free = !this.busy && !this.stopped;
    const undo = this.past.length > 0 || !same(this.form.read(), this.saved);
    this.form.show(status, { undo: free && undo, redo: free && this.future.length > 0 });
  }
}

function atOf(status: AutosaveStatus): string | undefined {
  return status.kind === "saved" ? status.at : undefined;
}

function same(one: Fields, other: Fields): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  // A tick box that is not ticked has no value.
  return [...names].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}
