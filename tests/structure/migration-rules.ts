import { parseSync } from 'libpg-query'
import { type Parsed, as, list, nodesIn, nodesOf } from './parsed-sql.ts'

/**
 * Rules for migrations, so that they run where rows are spread over machines (db/README.md) and while processes of the previous build
 * are still serving.
 */

/** Kinds of constraint that PostgreSQL would name by itself. */
const named = ['CONSTR_CHECK', 'CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_FOREIGN', 'CONSTR_EXCLUSION']

/** Changes that a build which does not know of them would fail on, by the kind that the parser gives them. */
const takesAway: Record<string, string> = {
  AT_DropColumn: 'drops a column',
  AT_AlterColumnType: 'changes the type of a column',
  AT_SetNotNull: 'requires a value that the build before does not write',
}

function faultsOfAddedColumn(column: Parsed): string[] {
  const kinds = list(column['constraints']).map((it) => String(as(it, 'Constraint')?.['contype']))
  const isRequired = kinds.includes('CONSTR_NOTNULL') && !kinds.includes('CONSTR_DEFAULT')
  return [
    ...(kinds.some((kind) => named.includes(kind)) ? ['a constraint within add column'] : []),
    ...(isRequired ? ['adds a column that the build before does not write'] : []),
  ]
}

function faultsOfNode({ kind, node }: { kind: string; node: Parsed }): string[] {
  switch (kind) {
    case 'AlterTableCmd': {
      const away = takesAway[String(node['subtype'])]
      const column = as(node['def'], 'ColumnDef')
      const added = node['subtype'] === 'AT_AddColumn' && column ? faultsOfAddedColumn(column) : []
      return [...added, ...(away ? [away] : [])]
    }
    case 'DropStmt':
      return node['removeType'] === 'OBJECT_TABLE' ? ['drops a table'] : []
    case 'RenameStmt':
      return ['OBJECT_TABLE', 'OBJECT_COLUMN'].includes(String(node['renameType'])) ? ['renames a table or column'] : []
    case 'CreateTrigStmt':
      return ['makes a trigger']
    case 'ViewStmt':
      return ['makes a view']
    default:
      return []
  }
}

/**
 * What a call of a migration breaks; none where it holds to every rule.
 * @throws where it is no SQL. The parser must have been loaded (`loadModule`).
 */
export function faultsOfMigration(text: string): string[] {
  const { stmts = [] } = parseSync(text)
  const unnamed = nodesOf(stmts, 'Constraint').filter(
    ({ contype, conname }) => named.includes(String(contype)) && conname === undefined,
  )
  return [
    ...(stmts.length > 1 ? ['several statements in one call'] : []),
    ...(unnamed.length > 0 ? ['a constraint without a name'] : []),
    ...[...nodesIn(stmts)].flatMap(faultsOfNode),
  ]
}
