import { loadModule } from 'libpg-query'
import { beforeAll, expect, test } from 'vitest'
import { faultsOfStatement } from './statement-rules.ts'

beforeAll(() => loadModule())

test.each([
  ['select id from plan where workspace_id = $1 and id = $2 for no key update'],
  [
    'select p.id from plan as p inner join task as t on t.workspace_id = p.workspace_id and t.plan_id = p.id where p.workspace_id = $1',
  ],
  ['select id from plan left join task using (workspace_id) where plan.workspace_id = $1::uuid'],
  ['select id from plan where workspace_id = $1 and exists (select from task where task.workspace_id = $1)'],
  ['with late as (select id from task where workspace_id = $1) select id from late'],
  ['select id from plan where workspace_id = $1 union select id from task where workspace_id = $1'],
  ['select count(*) from pgboss.job'],
  ['update plan set number = number + 1, changed_at = now() where workspace_id = $1 and id = $2 returning number'],
  ['delete from task where workspace_id = $1 and id in (select id from plan where workspace_id = $1)'],
  [
    'insert into task (workspace_id, id) values ($1, $2), ($1, $3) on conflict (workspace_id, id) do update set title = excluded.title',
  ],
  ['insert into task (workspace_id, id) select $1, x.id from json_to_recordset($2) as x(id uuid)'],
])('holds to every rule: %s', (text) => expect(faultsOfStatement(text)).toEqual([]))

test.each([
  ['select id from plan where id = $1', 'the workspace of plan is not named by value'],
  ['select id from plan where workspace_id = $1 or id = $2', 'the workspace of plan is not named by value'],
  [
    'select 1 from plan as p inner join task as t on t.plan_id = p.id where p.workspace_id = $1',
    'the workspace of task as t is not named by value',
  ],
  [
    'select 1 from plan where workspace_id = $1 and exists (select from task where task.plan_id = plan.id)',
    'the workspace of task is not named by value',
  ],
  [
    'select id from plan where workspace_id = $1 union all select id from task',
    'the workspace of task is not named by value',
  ],
  ['with late as (select id from task) select id from late', 'the workspace of task is not named by value'],
  ['update plan set number = 1 where id = $1', 'the workspace of plan is not named by value'],
  ['delete from plan', 'the workspace of plan is not named by value'],
  ['update plan set workspace_id = $1 where workspace_id = $2', 'an update changes workspace_id'],
  [
    'update plan set changed_at = clock_timestamp() where workspace_id = $1',
    'an update calls clock_timestamp, which is volatile',
  ],
  ['update plan set number = 1 where workspace_id = $1 and random() > $2', 'an update calls random, which is volatile'],
  ['insert into plan (id) values ($1)', 'the workspace of a new row of plan is not named by value'],
  [
    'insert into plan (workspace_id) values (gen_random_uuid())',
    'the workspace of a new row of plan is not named by value',
  ],
  [
    'insert into plan (workspace_id, id) select $1, task.id from task where task.workspace_id = $1',
    'insert … select from another table into plan',
  ],
  [
    'insert into plan (workspace_id) values ($1) on conflict (workspace_id) do update set workspace_id = $2',
    'an update changes workspace_id',
  ],
])('finds what breaks a rule: %s', (text, fault) => expect(faultsOfStatement(text)).toEqual([fault]))
