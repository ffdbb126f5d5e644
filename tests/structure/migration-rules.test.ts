import { loadModule } from 'libpg-query'
import { beforeAll, expect, test } from 'vitest'
import { faultsOfMigration } from './migration-rules.ts'

beforeAll(() => loadModule())

test.each([
  [
    'create table note (workspace_id uuid not null, id uuid not null, constraint note_key primary key (workspace_id, id))',
  ],
  ['alter table plan add column looks jsonb'],
  ["alter table plan add column looks jsonb not null default '{}'"],
  ['alter table plan add constraint plan_looks_known check (looks is not null)'],
  ['alter table plan drop constraint plan_looks_known'],
  ['update plan set looks = $1 where workspace_id = $2'],
])('holds to every rule: %s', (text) => expect(faultsOfMigration(text)).toEqual([]))

test.each([
  ['alter table plan add column a text; alter table plan add column b text', ['several statements in one call']],
  [
    "alter table plan add column looks text check (looks <> '')",
    ['a constraint without a name', 'a constraint within add column'],
  ],
  [
    "alter table plan add column looks text constraint plan_looks check (looks <> '')",
    ['a constraint within add column'],
  ],
  ['create table note (id uuid primary key)', ['a constraint without a name']],
  ['alter table plan add column looks text not null', ['adds a column that the build before does not write']],
  ['alter table plan alter column looks set not null', ['requires a value that the build before does not write']],
  ['alter table plan drop column looks', ['drops a column']],
  ['alter table plan alter column looks type jsonb', ['changes the type of a column']],
  ['alter table plan rename column looks to face', ['renames a table or column']],
  ['drop table plan', ['drops a table']],
  ['create view plans as select 1', ['makes a view']],
  ['create trigger t before update on plan for each row execute function f()', ['makes a trigger']],
])('finds what breaks a rule: %s', (text, faults) => expect(faultsOfMigration(text)).toEqual(faults))
