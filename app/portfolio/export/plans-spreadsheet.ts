import type { PlanState } from '#app/plan/core/stages.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { capital } from '#app/ui/name-words.ts'
import { stateWords } from '../plans-words.ts'
import { type SpreadsheetColumn, type Spreadsheet, spreadsheetOf } from '../spreadsheets/spreadsheet-of.ts'
import type { ExportedPlanRow } from './export-queries.server.ts'
import { plansColumnWords as words } from './export-words.ts'

// The database's checks hold what these columns can say.
const day = (value: string | null) => value as IsoDate | null

const columns: readonly SpreadsheetColumn<ExportedPlanRow>[] = [
  { head: words.account, width: 28, kind: 'text', cell: (row) => row.account },
  { head: words.project, width: 36, kind: 'text', cell: (row) => row.project },
  { head: words.state, width: 12, kind: 'text', cell: (row) => capital(stateWords(row.state as PlanState)) },
  { head: words.lead, width: 22, kind: 'text', cell: (row) => row.lead },
  { head: words.headline, width: 60, kind: 'text', cell: (row) => row.headline },
  { head: words.status, width: 18, kind: 'text', cell: (row) => row.stateWords },
  { head: words.goal, width: 12, kind: 'text', cell: (row) => row.goal },
  { head: words.goalOn, width: 12, kind: 'date', cell: (row) => day(row.goalOn) },
  { head: words.criticalDate, width: 12, kind: 'date', cell: (row) => day(row.criticalDate) },
  { head: words.winBy, width: 12, kind: 'date', cell: (row) => day(row.winBy) },
]

/** Plans at a glance, one a row. */
export const plansSpreadsheet = (rows: readonly ExportedPlanRow[]): Spreadsheet =>
  spreadsheetOf(words.plans, columns, rows)
