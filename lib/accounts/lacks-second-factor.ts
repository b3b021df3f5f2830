/** Whether an organisation asks for a second factor that an account does not have. */
export function lacksSecondFactor(
  organisation: { secondFactorRequiredAt: Date | null },
  account: { totp: { confirmedAt: Date | null } | null },
): boolean {
  return organisation.secondFactorRequiredAt !== null && !account.totp?.confirmedAt;
}
