/** How fast time goes for the workers: leases, and with them heartbeats and sweeps; backoff; patience with mail servers. */
export type Scale = { leaseSeconds: number; env: Record<string, string> };

function scaleOf(leaseSeconds: number, retrySeconds: number, smtpSeconds: number): Scale {
  const env = {
    LEASE_SECONDS: String(leaseSeconds),
    RETRY_SECONDS: String(retrySeconds),
    PATIENCE_SECONDS: String(smtpSeconds),
  };
  return { leaseSeconds, env };
}

/** The values an installation has. */
export const real = scaleOf(60, 300, 600);
/** A twelfth of them, so that a row takes seconds. */
export const scaled = scaleOf(5, 25, 50);
