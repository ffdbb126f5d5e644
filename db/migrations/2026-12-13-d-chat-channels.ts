import { type Kysely, sql } from 'kysely'

/** Channels of Slack and Teams that a workspace is connected to, their addresses sealed; and what is posted there, by what it is about alone. */
const statements = [
  `create table chat_channel (
    workspace_id uuid not null constraint chat_channel_workspace references workspace,
    id uuid not null,
    kind text not null constraint chat_channel_kind check (kind in ('slack', 'teams')),
    name text not null,
    sealed_address text not null,
    topics text[] not null,
    created_at timestamptz not null,
    failure text,
    failed_at timestamptz,
    constraint chat_channel_pkey primary key (workspace_id, id)
  )`,
  `create table chat_post (
    workspace_id uuid not null,
    id uuid not null,
    channel_id uuid not null,
    topic text not null,
    plan_id uuid not null,
    state text not null default 'waiting' constraint chat_post_state check (state in ('waiting', 'sent', 'failed')),
    created_at timestamptz not null,
    sent_at timestamptz,
    constraint chat_post_pkey primary key (workspace_id, id),
    constraint chat_post_of_channel foreign key (workspace_id, channel_id) references chat_channel (workspace_id, id) on delete cascade,
    constraint chat_post_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  `create index chat_post_of_topic on chat_post (workspace_id, channel_id, topic, plan_id, created_at)`,
  ...['chat_channel', 'chat_post'].flatMap((table) => [
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
