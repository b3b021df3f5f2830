import { pool } from "@/lib/db";

export type NewAppeal = { id: string };

/** Somebody who wants news of a case and has had none of this appeal. */
export type WaitingSigner = {
  id: string;
  organisationId: string;
  campaignId: string;
  submissionId: string;
  sealed: Buffer | null;
  language: string;
  lane: string;
};

/** Appeals that follow others and are open to everybody, whose news have not all gone out. @param minutes since when at least */
export async function listNewAppeals(minutes: number): Promise<NewAppeal[]> {
  const text = `select id from campaigns
    where follows_id is not null and news_told_at is null and state = 'live' and stopped_at is null
      and distribution in ('web', 'press') and published_at <= now() - make_interval(mins => $1)
      and (deadline_at is null or deadline_at > now())
    order by published_at limit 20`;
  return (await pool().query<NewAppeal>({ name: "news-appeals", text, values: [minutes] })).rows;
}

/** The appeals one follows, the nearest first. */
export async function listAncestors(campaignId: string): Promise<string[]> {
  const text = `with recursive chain as (
      select follows_id as id, 1 as far from campaigns where id = $1 and follows_id is not null
      union
      select c.follows_id, chain.far + 1 from chain join campaigns c on c.id = chain.id
      where c.follows_id is not null and chain.far < 100
    )
    select id from chain order by far`;
  const { rows } = await pool().query<{ id: string }>({ name: "news-ancestors", text, values: [campaignId] });
  return rows.map(({ id }) => id);
}

/** Some of those who signed an appeal, want news, and have none of the new one. */
export async function listWaiting(campaignId: string, aboutId: string, most: number): Promise<WaitingSigner[]> {
  const text = `select g.id, g.organisation_id as "organisationId", g.campaign_id as "campaignId",
      g.submission_id as "submissionId", s.sealed, g.language, coalesce(encode(g.domain_key, 'hex'), '') as lane
    from signatures g join submissions s on s.id = g.submission_id
    where g.campaign_id = $1 and g.news_consent_at is not null and g.state = 'confirmed'
      and not exists (select from mails m where m.signature_id = g.id and m.about_id = $2 and m.kind = 'news')
    order by g.id limit $3`;
  return (await pool().query<WaitingSigner>({ name: "news-waiting", text, values: [campaignId, aboutId, most] })).rows;
}

/** All appeals one is in a chain with, before it and after it. */
export async function listChain(campaignId: string): Promise<string[]> {
  const text = `with recursive chain as (
      select id, follows_id from campaigns where id = $1
      union
      select c.id, c.follows_id from chain join campaigns c on c.id = chain.follows_id or c.follows_id = chain.id
    )
    select id from chain where id <> $1`;
  const { rows } = await pool().query<{ id: string }>({ name: "news-chain", text, values: [campaignId] });
  return rows.map(({ id }) => id);
}
