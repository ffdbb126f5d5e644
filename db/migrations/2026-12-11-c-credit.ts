import { type Kysely, sql } from 'kysely'

/**
 * Which members a first win and its reference are credited to, by the role that they had when it was confirmed; and since when the
 * reference is agreed to. Of earlier wins nobody knows who had which role then: they go to the plan's team of today.
 */
const statements = [
  `create table win_credit (
    workspace_id uuid not null,
    plan_id uuid not null,
    member_id uuid not null,
    role text not null,
    constraint win_credit_pkey primary key (workspace_id, plan_id, member_id, role),
    constraint win_credit_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint win_credit_of_member foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  `alter table win_credit enable row level security`,
  `create policy one_workspace on win_credit
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on win_credit to firstwin_app`,
  `alter table reference add column agreed_at timestamptz`,
  `create index reference_agreed_newest on reference (workspace_id, agreed_at desc)`,
  `update reference set agreed_at = answered_at where state = 'agreed'`,
  `insert into win_credit (workspace_id, plan_id, member_id, role)
     select plan.workspace_id, plan.id, member.id, credited.role
     from win_result
     join plan on plan.workspace_id = win_result.workspace_id and plan.id = win_result.plan_id
     join member on member.workspace_id = plan.workspace_id and (member.id = plan.lead_id or exists (
       select from plan_team where plan_team.workspace_id = plan.workspace_id
         and plan_team.plan_id = plan.id and plan_team.member_id = member.id))
     join (values ('rep'), ('account manager'), ('services')) as credited (role) on credited.role = any(member.roles)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  const forced = ['plan', 'plan_team', 'member', 'win_result', 'reference']
  for (const table of forced) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const table of [...forced, 'win_credit'])
    await sql.raw(`alter table ${table} force row level security`).execute(db)
}
