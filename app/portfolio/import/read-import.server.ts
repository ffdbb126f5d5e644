import { readJson } from '#app/kit/read-json.ts'
import { bounds } from '#app/kit/limits.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { type PlanContent, planContent } from '../plan-file/plan-file.ts'
import { type TodayIn, readPlanFile } from '../plan-file/read-plan-file.ts'
import { faultAtWords, importRefusals, moreFaultsWords } from './import-words.ts'

/** Faults of a file that are told at once. */
const mostTold = 10

/** The plan in a chosen file. @throws Refusal 422 beside the field, saying where the file is wrong */
export function readImport(file: Uint8Array | null, todayIn: TodayIn): PlanContent {
  if (!file) throw fieldRefusal('file', refusals.chooseFile)
  if (file.length > bounds.importedFile) throw fieldRefusal('file', importRefusals.tooLarge)
  const read = readPlanFile(new TextDecoder().decode(file), todayIn)
  if ('content' in read) return read.content
  const told = read.faults.slice(0, mostTold).map(({ at, message }) => faultAtWords(at, message))
  const more = read.faults.length - told.length
  throw fieldRefusal('file', [...told, ...(more > 0 ? [moreFaultsWords(more)] : [])].join(' '))
}

/** The plan that a form carries on as it was read. @throws Refusal 400 for what no form of ours carries */
export function carriedContent(values: PostedValues): PlanContent {
  try {
    return planContent.parse(readJson(firstValue(values, 'plan') ?? ''))
  } catch {
    throw new Refusal(400, refusals.formInvalid)
  }
}
