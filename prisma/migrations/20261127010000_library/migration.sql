-- AlterTable
ALTER TABLE "recipients" ADD COLUMN     "do_not_contact_at" TIMESTAMPTZ(3),
ADD COLUMN     "do_not_contact_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "recipient_groups" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipient_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_group_members" (
    "group_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "recipient_group_members_pkey" PRIMARY KEY ("group_id","recipient_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recipient_groups_organisation_id_name_key" ON "recipient_groups"("organisation_id", "name");

-- CreateIndex
CREATE INDEX "recipient_group_members_recipient_id_idx" ON "recipient_group_members"("recipient_id");

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "recipients"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_groups" ADD CONSTRAINT "recipient_groups_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_group_members" ADD CONSTRAINT "recipient_group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "recipient_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipient_group_members" ADD CONSTRAINT "recipient_group_members_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "recipients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whether there is any is asked at every fence.
create index recipients_do_not_contact on recipients (id) where do_not_contact_at is not null;

-- An office that nobody writes to is paused at the claim and at the fence, like what a member pauses. What was made for one that
-- was merged since goes by the one that stayed.
create or replace function delivery_paused(organisation uuid, campaign uuid, recipient uuid, lane text) returns boolean
  language sql stable parallel safe as $$
  with office as (
    select r.id, coalesce(r.merged_into_id, r.id) as stays from recipients r where r.id = recipient
  )
  select exists (
    select from pauses p
    where p.ended_at is null and case p.scope
      when 'installation' then true
      when 'organisation' then p.organisation_id = organisation
      when 'campaign' then p.subject_id = campaign
      when 'recipient' then p.subject_id = recipient or p.subject_id = (select stays from office)
      when 'lane' then p.organisation_id = organisation and p.lane = delivery_paused.lane
    end
  ) or exists (
    select from office o join recipients r on r.id in (o.id, o.stays) where r.do_not_contact_at is not null
  )
$$;

-- What was signed earlier and is confirmed now: written to an office that has been merged since, it goes to the one that stayed;
-- saluting a former holder, it salutes the present one, if a member approved that. The lock lets a merge and an approval finish
-- first. Rows of one statement that come to the same office are one letter (unique on signature and recipient).
create function follow_library() returns trigger language plpgsql as $$
declare
  into_id uuid;
  ended boolean;
  present uuid;
begin
  select r.merged_into_id into into_id from recipients r where r.id = new.recipient_id for key share;
  if into_id is not null then
    new.recipient_id := into_id;
    new.address_id := coalesce((
      select a.id from addresses d join addresses a on a.recipient_id = into_id and a.channel = d.channel and a.value = d.value
        and a.retired_at is null
      where d.id = new.address_id
    ), new.address_id);
  end if;
  select h.until is not null into ended from holders h where h.id = new.holder_id;
  if ended or into_id is not null then
    select h.id into present from holders h
    where h.recipient_id = new.recipient_id and h.until is null and h.approved_at is not null
    order by h.since desc limit 1;
    new.holder_id := coalesce(present, new.holder_id);
  end if;
  return new;
end
$$;

create trigger letters_library before insert on letters for each row execute function follow_library();
