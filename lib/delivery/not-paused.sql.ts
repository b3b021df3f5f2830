/** What a pause may be of, as SQL. */
type Paused = { organisation: string; campaign: string; recipient: string; lane: string };

/**
 * Part of a condition: that nothing paused, and no office nobody writes to, keeps a letter back. Which it is, is asked only while
 * there is any: calling the function costs a statement several milliseconds once, and each letter something.
 */
export const notPaused = ({ organisation, campaign, recipient, lane }: Paused): string =>
  `not ((select exists (select from pauses where ended_at is null)
        or exists (select from recipients where do_not_contact_at is not null))
      and delivery_paused(${organisation}, ${campaign}, ${recipient}, ${lane}))`;
