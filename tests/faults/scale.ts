/** How fast time goes for the workers. */
export type Scale = { leaseSeconds: number; divisor: number };

/** The values an installation has. */
export const real: Scale = { leaseSeconds: 60, divisor: 1 };
/** A twelfth of them, so that a row takes seconds. */
export const scaled: Scale = { leaseSeconds: 5, divisor: 12 };
