/**
 * Part of an update of `t` (letters or mails): the bytes go with a signer who was erased while they were on their way. An
 * erasure itself leaves rows under a lease alone, because whoever holds the lease may be sending them.
 * @param withdrawn when they go as well: they may say a name that is no longer said
 */
export const forgetErased = (withdrawn: string): string => `sealed_bytes = case
      when ${withdrawn} then null
      when exists (select from signatures g where g.id = t.signature_id and g.state = 'erased') then null
      else t.sealed_bytes end`;
