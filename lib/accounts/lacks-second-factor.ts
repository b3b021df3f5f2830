import { type Factors, hasSecondFactor } from "./has-second-factor";

/** Whether an organisation asks for a second factor that an account does not have. */
export function lacksSecondFactor(organisation: { secondFactorRequiredAt: Date | null }, account: Factors): boolean {
  return organisation.secondFactorRequiredAt !== null && !hasSecondFactor(account);
}
