/**
 * Part of an update of `t` (letters or mails): the bytes go with a signer who was erased while they were on their way. An
 * erasure itself leaves rows under a lease alone, because whoever holds the lease may be sending them.
 */
export const forgetErased = `sealed_bytes = case
      when exists (select from signatures g where g.id = t.signature_id and g.state = 'erased') then null
      else t.sealed_bytes end`;
