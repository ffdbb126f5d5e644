import { readJson } from '#app/kit/read-json.ts'
import { bounds } from '#app/kit/limits.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type PlanContent, planContent } from '../plan-file/plan-file.ts'
import { readPlanFile } from '../plan-file/read-plan-file.ts'
import { contentOfRows } from './content-of-rows.ts'
import { faultAtWords, importRefusals, moreFaultsWords } from './import-words.ts'
import { type ReadTable, lastDue, readTable, typedDay } from './read-table.server.ts'
import type { RowReading } from './read-row.ts'
import { type ShownImport, shownImport } from './shown-import.ts'
import { shownTable } from './shown-table.ts'
import { type TableSource, tableInFile, tableInText } from './table-source.server.ts'

/** Faults of a file that are told at once. */
const mostTold = 10

type Around = Pick<RowReading, 'members' | 'today'> & { vendor: string }
type Read = { shown: ShownImport; values: PostedValues }

const said = (values: PostedValues, name: string) => firstValue(values, name) ?? ''

/** JSON begins with a bracket, whatever its file is called. */
const isJson = (file: Uint8Array) => /^[\s\uFEFF]*\{/.test(new TextDecoder().decode(file.subarray(0, 100)))

/** What a chosen file or pasted cells say, for their reader to look at. @throws Refusal 422 beside the field, saying what is wrong */
export function readImport(values: PostedValues, file: Uint8Array | null, around: Around): Read {
  if (file && file.length > bounds.importedFile) throw fieldRefusal('file', importRefusals.tooLarge)
  if (file && isJson(file)) return { values, shown: shownImport(contentIn(file, around.today)) }
  const cells = said(values, 'cells')
  if (!file && cells.trim() === '') throw fieldRefusal('file', refusals.chooseFile)
  return shownAs(tableOf(file ? tableInFile(file) : carriedTable(values), values, around), values)
}

/**
 * What a form carries to be created: the input of the command, or null for a table with something wrong in it.
 * @throws Refusal 400 for what no form of ours carries
 */
export function readToCreate(values: PostedValues, around: Around): Read & { input: Record<string, unknown> | null } {
  const [account, project] = [said(values, 'account'), said(values, 'project')]
  if (values['cells'] === undefined) {
    const content = carriedContent(values)
    return { values, shown: shownImport(content), input: { ...content, account, project } }
  }
  const table = tableOf(carriedTable(values), values, around)
  const read = shownAs(table, values)
  if (table.faults.length > 0 || table.rows.some(({ faults }) => faults.length > 0)) return { ...read, input: null }
  const typed = said(values, 'criticalDate')
  const terms = { account, project, criticalDate: typedDay(typed) ?? around.today, today: around.today }
  return { ...read, input: { ...contentOfRows(table.rows, terms), criticalDate: typed } }
}

function contentIn(file: Uint8Array, today: IsoDate): PlanContent {
  const read = readPlanFile(new TextDecoder().decode(file), () => today)
  if ('content' in read) return read.content
  const told = read.faults.slice(0, mostTold).map(({ at, message }) => faultAtWords(at, message))
  const more = read.faults.length - told.length
  throw fieldRefusal('file', [...told, ...(more > 0 ? [moreFaultsWords(more)] : [])].join(' '))
}

function carriedContent(values: PostedValues): PlanContent {
  try {
    return planContent.parse(readJson(said(values, 'plan')))
  } catch {
    throw new Refusal(400, refusals.formInvalid)
  }
}

const carriedTable = (values: PostedValues): TableSource => ({
  ...tableInText('cells', said(values, 'cells')),
  readAs: said(values, 'readAs') || null,
})

const tableOf = (source: TableSource, values: PostedValues, { members, today, vendor }: Around): ReadTable =>
  readTable(source, values, { members, today, companies: { vendor, customer: said(values, 'account') } })

/** What is shown, with the values that its form goes on with: what was guessed takes the place of what was posted. */
function shownAs(table: ReadTable, values: PostedValues): Read {
  const typed = {
    account: said(values, 'account'),
    project: said(values, 'project'),
    criticalDate: said(values, 'criticalDate') || (lastDue(table.rows) ?? ''),
  }
  const kept: PostedValues = {
    ...typed,
    intent: said(values, 'intent'),
    idempotencyKey: said(values, 'idempotencyKey'),
    cells: table.cells,
    leaveOut: table.leftOut.map(String),
  }
  return { values: kept, shown: shownTable(table, typed) }
}
