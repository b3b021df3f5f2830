import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Chunk, play, type Played } from "./play";

const [small, large] = [2000, 50_000];
/** Texts in a part of the run, as many as take some seconds. */
const parts = { [small]: 1000, [large]: 20 };
const longestMs = 10 * 60_000;

function readOptions(): { runs: number; large: number; seed: number; workers: number } {
  const string = { type: "string" } as const;
  const { values } = parseArgs({ options: { runs: string, large: string, seed: string, workers: string } });
  const runs = Number(values.runs ?? 1_000_000);
  return {
    runs,
    large: Number(values.large ?? Math.ceil(runs / 100)),
    seed: Number(values.seed ?? Date.now() % 1_000_000_000),
    workers: Number(values.workers ?? availableParallelism()),
  };
}

function* chunksOf(size: number, total: number, seed: number): Generator<Chunk> {
  const part = parts[size] ?? total;
  for (let done = 0; done < total; done += part)
    yield { size, seed: (seed + done * 2 + (size === large ? 1 : 0)) % 2 ** 31, runs: Math.min(part, total - done) };
}

/** Parts are played one after another in each of several processes; what hangs is ended, and told. */
async function work(chunks: Generator<Chunk>, tell: (size: number, runs: number) => void): Promise<string[]> {
  const failures: string[] = [];
  const child = fork(process.argv[1] ?? "", ["--child"], { execArgv: process.execArgv });
  for (const chunk of chunks) {
    const { failure, runs } = await answerOf(child, chunk);
    tell(chunk.size, runs);
    if (failure !== null) {
      process.stderr.write(`\n${failure}\n`);
      failures.push(failure);
    }
    if (failures.length > 2 || child.exitCode !== null || child.killed) break;
  }
  child.kill();
  return failures;
}

function answerOf(child: ChildProcess, chunk: Chunk): Promise<Played> {
  return new Promise((resolve) => {
    const ended = (): void => resolve({ runs: 0, failure: `the process ended: ${JSON.stringify(chunk)}` });
    const timer = setTimeout(() => child.kill("SIGKILL"), longestMs);
    child.once("exit", ended);
    child.once("message", (answer: Played) => {
      clearTimeout(timer);
      child.off("exit", ended);
      resolve(answer);
    });
    child.send(chunk);
  });
}

async function main(): Promise<void> {
  const options = readOptions();
  const { runs, seed, workers } = options;
  process.stdout.write(`${runs} texts of up to ${small} signs and ${options.large} of up to ${large}, seed ${seed}\n`);
  const chunks = (function* all() {
    yield* chunksOf(large, options.large, seed);
    yield* chunksOf(small, runs, seed);
  })();
  const done = { [small]: 0, [large]: 0 };
  const told = setInterval(() => process.stdout.write(`  … ${done[large]} large, ${done[small]} small\n`), 15_000);
  const tell = (size: number, played: number): void => void (done[size] = (done[size] ?? 0) + played);
  const failures = (await Promise.all(Array.from({ length: workers }, () => work(chunks, tell)))).flat();
  clearInterval(told);
  process.stdout.write(`${done[small]} + ${done[large]} texts, ${failures.length} failures, seed ${seed}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

if (process.argv.includes("--child")) process.on("message", (chunk: Chunk) => process.send?.(play(chunk)));
else await main();
