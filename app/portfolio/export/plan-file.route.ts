import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { planNameWords } from '#app/ui/name-words.ts'
import { buildView } from '#app/plan/view/build-view.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { planFileOf } from '../plan-file/plan-file-of.ts'
import { writeCsv } from '../spreadsheets/write-csv.ts'
import { writeXlsx } from '../spreadsheets/write-xlsx.server.ts'
import { readExport } from './export-formats.ts'
import { getExportedPlan } from './export-queries.server.ts'
import { fileAnswer } from './file-answer.server.ts'
import { factsSpreadsheet, tasksSpreadsheet } from './plan-spreadsheets.ts'

/** The plan as its reader sees it, as a file: `format` says which, `private=yes` adds what the reader's side keeps to itself. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/export/file', params['planId'])
  const { format, withPrivate } = readExport(new URL(request.url).searchParams)
  const { material, ...more } = await getExportedPlan(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const { rows } = material
  const name = planNameWords({ account: rows.plan.account, project: viewer.plan.project }).replace(
    /[\\/:*?"<>|]+/g,
    ' -',
  )
  if (format === 'json')
    return fileAnswer(`${JSON.stringify(planFileOf({ rows, ...more, withPrivate }), null, 2)}\n`, name, format)
  const plan = buildView(material)
  const tasks = tasksSpreadsheet(plan, withPrivate)
  return fileAnswer(format === 'csv' ? writeCsv(tasks) : writeXlsx([tasks, factsSpreadsheet(plan)]), name, format)
}
