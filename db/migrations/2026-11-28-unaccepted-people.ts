import { type Kysely, sql } from 'kysely'

/**
 * By what name a plan knows each participant, who brought them, and whether the customer's champion has accepted them: until then somebody the vendor added sees
 * shared things only. A champion and a named confirmer are always accepted. People who take part already stay as they are.
 */
const statements = [
  // FORCE would hide every row from an owner that passes no row security by, also from the checks of foreign keys.
  `alter table plan_participant no force row level security`,
  `alter table plan no force row level security`,
  `alter table participant no force row level security`,
  `alter table member no force row level security`,
  `alter table plan_participant add column accepted_at timestamptz`,
  `alter table plan_participant add column invited_by_member_id uuid`,
  `alter table plan_participant add column invited_by_participant_id uuid`,
  `alter table plan_participant add constraint invited_by_member
     foreign key (workspace_id, invited_by_member_id) references member`,
  `alter table plan_participant add constraint invited_by_participant
     foreign key (workspace_id, invited_by_participant_id) references participant`,
  `alter table plan_participant add constraint one_inviter
     check (num_nonnulls(invited_by_member_id, invited_by_participant_id) <= 1)`,

  // Set once and kept: from then on the customer decides who sits on its side.
  `alter table plan add column champion_joined_at timestamptz`,
  // Those of the entry domains that the champion has saved: who comes in by another one waits to be accepted.
  `alter table plan add column vouched_domains text[] not null default '{}'`,
  `alter table plan add constraint vouched_within check (vouched_domains <@ entry_domains)`,

  // The name by which the plan's people know somebody: what was typed here, never what another customer's plan calls them.
  `alter table plan_participant add column name text`,

  `update plan_participant set accepted_at = invited_at`,
  `update plan_participant seat set name = participant.name
     from participant
     where participant.workspace_id = seat.workspace_id and participant.id = seat.participant_id`,
  `update plan set champion_joined_at = seat.joined_at
     from plan_participant seat
     where seat.workspace_id = plan.workspace_id and seat.plan_id = plan.id
       and seat.role = 'champion' and seat.removed_at is null and seat.joined_at is not null`,
  `alter table plan_participant force row level security`,
  `alter table plan force row level security`,
  `alter table participant force row level security`,
  `alter table member force row level security`,
  `alter table plan_participant alter column name set not null`,
  `alter table plan_participant add constraint accepted_to_lead
     check (accepted_at is not null or (role <> 'champion' and not may_confirm))`,

  // At most one a plan. It ends when it takes effect, is declined or withdrawn, or its person leaves.
  `create table champion_proposal (
     workspace_id uuid not null references workspace,
     plan_id uuid not null,
     participant_id uuid not null,
     proposed_by uuid not null,
     proposed_at timestamptz not null,
     earliest_at timestamptz not null,
     primary key (workspace_id, plan_id),
     foreign key (workspace_id, plan_id, participant_id) references plan_participant,
     foreign key (workspace_id, proposed_by) references member
   )`,
  `alter table champion_proposal enable row level security`,
  `alter table champion_proposal force row level security`,
  `create policy one_workspace on champion_proposal
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on champion_proposal to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
