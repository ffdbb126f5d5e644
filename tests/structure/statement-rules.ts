import { parseSync } from 'libpg-query'
import { type Parsed, as, isParsed, list, nodesIn, nodesOf, textOf } from './parsed-sql.ts'

/**
 * Rules for the app's statements, so that rows can be spread over machines by workspace (db/README.md): every table that
 * it reads or changes has its workspace named by value, on the level of the statement where it stands or by a join to one that has it.
 */

/** The migrator's own tables, which stand in `public` too; no row of theirs is a workspace's. */
const migratorTables = ['kysely_migration', 'kysely_migration_lock']

/** PostgreSQL's volatile functions; each machine would give another value. */
const volatile = new Set([
  'random',
  'gen_random_uuid',
  'uuidv4',
  'uuidv7',
  'clock_timestamp',
  'timeofday',
  'nextval',
  'setval',
  'set_config',
  'txid_current',
  'pg_current_xact_id',
])

/** A table as a level of a statement names it. */
type Named = { table: string; alias: string }

/** What stands between tables of one level: `a and b and c`, from `where` and from every `on`. */
type Level = { tables: Named[]; conditions: unknown[]; merged: string[][] }

function conjuncts(condition: unknown): unknown[] {
  const all = as(condition, 'BoolExpr')
  return all?.['boolop'] === 'AND_EXPR' ? list(all['args']).flatMap(conjuncts) : condition ? [condition] : []
}

function tableOf(relation: Parsed, isCte: (name: string) => boolean): Named[] {
  const table = String(relation['relname'])
  const schema = relation['schemaname']
  if (schema !== undefined && schema !== 'public') return []
  if (migratorTables.includes(table) || (schema === undefined && isCte(table))) return []
  const alias = isParsed(relation['alias']) ? String(relation['alias']['aliasname']) : table
  return [{ table, alias }]
}

function levelOf(from: unknown[], where: unknown, isCte: (name: string) => boolean): Level {
  const level: Level = { tables: [], conditions: conjuncts(where), merged: [] }
  const add = (item: unknown) => {
    const relation = as(item, 'RangeVar')
    if (relation) level.tables.push(...tableOf(relation, isCte))
    const join = as(item, 'JoinExpr')
    if (!join) return
    const before = level.tables.length
    add(join['larg'])
    add(join['rarg'])
    level.conditions.push(...conjuncts(join['quals']))
    if (list(join['usingClause']).map(textOf).includes('workspace_id'))
      level.merged.push(level.tables.slice(before).map(({ alias }) => alias))
  }
  from.forEach(add)
  return level
}

/** The alias whose `workspace_id` an expression is, where it is one. */
function workspaceColumn(expression: unknown, { tables }: Level): string | undefined {
  const fields = list(as(expression, 'ColumnRef')?.['fields']).map(textOf)
  if (fields.at(-1) !== 'workspace_id') return undefined
  return fields.at(-2) ?? tables[0]?.alias
}

/** A parameter or a literal, cast or not. */
const isValue = (expression: unknown): boolean =>
  as(expression, 'ParamRef') !== undefined ||
  as(expression, 'A_Const') !== undefined ||
  isValueWithin(as(expression, 'TypeCast'))

const isValueWithin = (cast: Parsed | undefined) => cast !== undefined && isValue(cast['arg'])

/** The aliases of a level whose workspace is known by value, straight or over joins. */
function namedIn(level: Level): Set<string> {
  const named = new Set<string>()
  const joins: string[][] = [...level.merged]
  for (const condition of level.conditions) {
    const equal = as(condition, 'A_Expr')
    if (textOf(list(equal?.['name'])[0]) !== '=' || equal?.['kind'] !== 'AEXPR_OP') continue
    const [left, right] = [workspaceColumn(equal['lexpr'], level), workspaceColumn(equal['rexpr'], level)]
    if (left !== undefined && right !== undefined) joins.push([left, right])
    else if (left !== undefined && isValue(equal['rexpr'])) named.add(left)
    else if (right !== undefined && isValue(equal['lexpr'])) named.add(right)
  }
  for (let size = -1; size !== named.size;) {
    size = named.size
    for (const joined of joins)
      if (joined.some((alias) => named.has(alias))) joined.forEach((alias) => named.add(alias))
  }
  return named
}

function faultsOfLevel(level: Level): string[] {
  const named = namedIn(level)
  return level.tables
    .filter(({ alias }) => !named.has(alias))
    .map(
      ({ table, alias }) =>
        `the workspace of ${table === alias ? table : `${table} as ${alias}`} is not named by value`,
    )
}

const callsVolatile = (value: unknown) =>
  nodesOf(value, 'FuncCall')
    .map((call) => textOf(list(call['funcname']).at(-1)))
    .filter((name) => volatile.has(name))
    .map((name) => `an update calls ${name}, which is volatile`)

function faultsOfChanges(targets: unknown): string[] {
  const moved = list(targets).some((target) => as(target, 'ResTarget')?.['name'] === 'workspace_id')
  return [...(moved ? ['an update changes workspace_id'] : []), ...callsVolatile(targets)]
}

function faultsOfInsert(insert: Parsed, isCte: (name: string) => boolean): string[] {
  const [table] = isParsed(insert['relation']) ? tableOf(insert['relation'], isCte) : []
  if (!table) return []
  const rows = as(insert['selectStmt'], 'SelectStmt')
  const at = list(insert['cols']).findIndex((column) => as(column, 'ResTarget')?.['name'] === 'workspace_id')
  const given = rows?.['valuesLists']
    ? list(rows['valuesLists']).map((row) => list(as(row, 'List')?.['items'])[at])
    : [as(list(rows?.['targetList'])[at], 'ResTarget')?.['val']]
  const conflict = isParsed(insert['onConflictClause']) ? insert['onConflictClause'] : {}
  return [
    ...(given.every(isValue) ? [] : [`the workspace of a new row of ${table.table} is not named by value`]),
    ...(nodesOf(rows, 'RangeVar').length > 0 ? [`insert … select from another table into ${table.table}`] : []),
    ...faultsOfChanges(conflict['targetList']),
  ]
}

/**
 * What a statement breaks; none where it holds to every rule.
 * @throws where it is no statement of PostgreSQL. The parser must have been loaded (`loadModule`).
 */
export function faultsOfStatement(text: string): string[] {
  const { stmts = [] } = parseSync(text)
  const ctes = new Set(nodesOf(stmts, 'CommonTableExpr').map((cte) => String(cte['ctename'])))
  const isCte = (name: string) => ctes.has(name)
  return [...nodesIn(stmts)].flatMap(({ kind, node }) => {
    switch (kind) {
      case 'larg':
      case 'rarg':
      case 'SelectStmt':
        // The halves of a union stand bare, those of a join say their kind.
        return faultsOfLevel(levelOf(list(node['fromClause']), node['whereClause'], isCte))
      case 'DeleteStmt':
        return faultsOfLevel(levelOf([wrapped(node), ...list(node['usingClause'])], node['whereClause'], isCte))
      case 'UpdateStmt':
        return [
          ...faultsOfLevel(levelOf([wrapped(node), ...list(node['fromClause'])], node['whereClause'], isCte)),
          ...faultsOfChanges(node['targetList']),
          ...callsVolatile(node['whereClause']),
        ]
      case 'InsertStmt':
        return faultsOfInsert(node, isCte)
      default:
        return []
    }
  })
}

/** A changed table stands bare in its statement, while those in `from` say their kind. */
const wrapped = ({ relation }: Parsed) => ({ RangeVar: relation })
