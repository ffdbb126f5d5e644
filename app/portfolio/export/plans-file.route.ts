import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { writeCsv } from '../spreadsheets/write-csv.ts'
import { writeXlsx } from '../spreadsheets/write-xlsx.server.ts'
import { readExport } from './export-formats.ts'
import { plansColumnWords } from './export-words.ts'
import { getExportedPlans } from './export-queries.server.ts'
import { fileAnswer } from './file-answer.server.ts'
import { plansSpreadsheet } from './plans-spreadsheet.ts'

/** All plans that are not archived as a file for spreadsheets. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans/export')
  const { format } = readExport(new URL(request.url).searchParams)
  const sheet = plansSpreadsheet(await getExportedPlans(context.parts, actor.workspaceId))
  return format === 'csv'
    ? fileAnswer(writeCsv(sheet), plansColumnWords.plans, 'csv')
    : fileAnswer(writeXlsx([sheet]), plansColumnWords.plans, 'xlsx')
}
