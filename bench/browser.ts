import playwright from "@/playwright.config";

/** How the tests start the browser of this machine, with a port for others to steer it by. */
export function launch(port: number) {
  const { executablePath, args = [] } = playwright.use?.launchOptions ?? {};
  return { ...(executablePath ? { executablePath } : {}), args: [...args, `--remote-debugging-port=${port}`] };
}
