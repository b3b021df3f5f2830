import { hash, verify } from "@node-rs/argon2";

// argon2id with 19 MiB, two passes, one lane: the first recommendation of OWASP's password storage sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Of a random password nobody knows: an unknown e-mail takes as long as a known one.
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$mc+JTmPUP4FYScAQWQSUtw$d3dSssRC1W5KUCU+7RELP+ggsl9yYR67tp5RCu2HSxE";

/** @returns a PHC string, salt and cost in it */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether a password fits. Without a hash (no such account) the answer is no, and takes as long. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? decoy, password.normalize("NFKC"));
  return fits && passwordHash !== undefined;
}
