import { parseArgs } from "node:util";

/** What was asked for on the command line. */
export type Options = {
  /** Names of rows; empty for all. */
  rows: string[];
  repeat: number;
  letters: number;
  seed: number;
  real: boolean;
  long: boolean;
  resume?: string;
};

/** @throws TypeError for an option that does not exist */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string", default: "" },
      repeat: { type: "string", default: "1" },
      letters: { type: "string" },
      seed: { type: "string", default: "1" },
      real: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      resume: { type: "string" },
    },
  });
  return {
    ...values,
    rows: values.rows.split(",").filter(Boolean),
    repeat: Number(values.repeat),
    real: values.real || values.long,
    letters: Number(values.letters ?? (values.long ? 100_000 : 300)),
    seed: Number(values.seed),
  };
}
