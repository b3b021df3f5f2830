const hits = new Map<string, number>();

/**
 * A place where `npm run faults` may break this process: `FAILPOINTS=after-claim=kill:3,at-354=wait:500`. `kill` and `stop`
 * do as `kill -9` and `kill -STOP` do, at the nth time the place is reached (1 unless said); `wait` waits so many
 * milliseconds each time.
 *
 * Called only behind `if (process.env.FAILPOINTS)`: the build defines that as empty, and with the branch goes the place.
 */
export async function failpoint(name: string): Promise<void> {
  const [, action, number = "1"] = find(name) ?? [];
  if (!action) return;
  const hit = (hits.get(name) ?? 0) + 1;
  hits.set(name, hit);
  if (action === "wait") return new Promise((resolve) => void setTimeout(resolve, Number(number)));
  if (hit === Number(number)) process.kill(process.pid, action === "kill" ? "SIGKILL" : "SIGSTOP");
}

function find(name: string): RegExpExecArray | null {
  const asked = process.env.FAILPOINTS?.split(",").find((one) => one.startsWith(`${name}=`)) ?? "";
  return /=(kill|stop|wait)(?::(\d+))?$/.exec(asked);
}
