/**
 * So many letters an address may lose, since a member last said that it works, until those that wait for it are held. The
 * trigger `letters_failing` has the same number.
 */
export const failuresThatHold = 3;

/** What a member's word that an address works makes of what its letters met. */
export const forgivenFailures = { failures: 0, failedAt: null, failureCode: null, failureResponse: null };
