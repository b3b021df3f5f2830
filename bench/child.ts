import { fork } from "node:child_process";

/** Runs a module of the bench in a process of its own and waits for the one message it sends. @throws Error without one */
export async function askChild<T>(
  file: string,
  {
    args = [],
    env = {},
    job,
    bundled = false,
  }: { args?: string[]; env?: Record<string, string>; job?: object; bundled?: boolean },
): Promise<T> {
  const execArgv = bundled ? [] : ["--import", "tsx"];
  const child = fork(file, args, { execArgv, env: { ...process.env, ...env } });
  const answer = new Promise<T>((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`${file} ended (${code}) without an answer`)));
  });
  if (job) child.send(job);
  return answer;
}
