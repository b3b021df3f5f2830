-- A server's word against what we send, not against an address: such letters wait for a member.
ALTER TYPE "hold_reason" ADD VALUE 'policy';

-- Found by the purge: signatures that nobody confirmed in time.
create index signatures_pending on signatures (created_at) where state = 'pending';
