import type { DeliveryTable } from "./claim.sql";

// As long as the transactions may take that withdraw a consent or publish a revision: a row that left while one was at work
// did not know of it.
const atWork = "interval '2 minutes'";

const withdrawnSince = (time: string): string => `exists (
      select from campaigns c
      join persons_at_risk p on p.case_id = c.case_id
      join consents k on k.person_id = p.id
      where c.id = t.campaign_id and k.withdrawn_at > ${time} - ${atWork}
    )`;
const withdrawn = withdrawnSince("t.state_at");

const superseded = `exists (
      select from revisions r
      join revisions later on later.campaign_id = r.campaign_id and later.number > r.number
      where r.id = t.revision_id and later.supersedes_at > t.state_at - ${atWork}
    )`;

/**
 * Part of an update of `t` (letters): whether words were named meanwhile that must not be mentioned. A letter that comes back is
 * written and looked through again then.
 */
export const rewatched = rewatchedSince("t.state_at");

/**
 * Part of an update of `t` (letters): whether its bytes may be older than a consent's withdrawal or words that must not be
 * mentioned. Bytes are never older than their letter, and may have been leaving for longer than its state says.
 */
export const outdated = `(${withdrawnSince("t.created_at")} or ${rewatchedSince("t.created_at")})`;

function rewatchedSince(time: string): string {
  return `exists (
      select from campaigns c where c.id = t.campaign_id and c.do_not_mention_at > ${time} - ${atWork}
    )`;
}

/**
 * Part of a select from `t` (letters or mails), as a hold_reason: what happened while a row was with a worker, so that it
 * may not go back as it is. Whoever held the others left it alone, because it may have been leaving.
 */
export const overtaken = (table: DeliveryTable): string =>
  table === "letters"
    ? `case
    when ${withdrawn} then 'consent'
    when ${superseded} then 'superseded'
  end::hold_reason`
    : `case when t.staff_address is null and ${withdrawn} then 'consent' end::hold_reason`;
