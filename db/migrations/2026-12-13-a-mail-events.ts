import { type Kysely, sql } from 'kysely'

/**
 * What the mail service tells of emails: when one arrived, under which Message-ID it left, and addresses that nothing more is sent to. The ids
 * of its messages are kept for a while, so that one that comes again changes nothing.
 */
const statements = [
  `alter table notice add column mail_id text`,
  `alter table notice add column message_id text`,
  `alter table notice add column delivered_at timestamptz`,
  // The first email of a plan to an address, which later ones answer.
  `create index notice_in_thread on notice (workspace_id, plan_id, to_address, created_at) where message_id is not null`,
  `create index notice_of_invitation on notice (workspace_id, plan_id, participant_id, created_at) where kind = 'invitation'`,
  `create table blocked_address (
    workspace_id uuid not null constraint blocked_address_workspace references workspace,
    address text not null,
    reason text not null constraint blocked_address_reason check (reason in ('bounced', 'complained')),
    since timestamptz not null,
    constraint blocked_address_pkey primary key (workspace_id, address)
  )`,
  `create table mail_event (
    workspace_id uuid not null constraint mail_event_workspace references workspace,
    id text not null,
    at timestamptz not null,
    constraint mail_event_pkey primary key (workspace_id, id)
  )`,
  ...['blocked_address', 'mail_event'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy one_workspace on ${table}
       using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
       with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
    `grant select, insert, update, delete on ${table} to firstwin_app`,
  ]),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
