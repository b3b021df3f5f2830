/**
 * Ends this process when the one that forked it is gone, also by `kill -9`: the channel between them closes then.
 * Does nothing in a process that was started by hand.
 */
export function endWithParent(stop: () => Promise<void>): void {
  if (!process.send && !process.env.APPEALS_FORKED) return;
  const end = () => void stop().then(exit, exit);
  if (process.connected) process.once("disconnect", end);
  else end();
}

function exit(error?: unknown): never {
  process.exit(error === undefined ? 0 : 1);
}
