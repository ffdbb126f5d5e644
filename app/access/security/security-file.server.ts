import type { z } from 'zod'
import type { Parts } from '#app/kit/parts.ts'
import { csvLine, csvStart } from '#app/kit/csv.ts'
import type { exportSecurityLogInput } from '../model.ts'
import type { LogCursor, LogMoment, SecurityFilter } from './security-filter.ts'
import { findSealedEntries } from '../security-log/sealed-entries.server.ts'
import { type SecurityRow, getSecurityEvents } from './security-queries.server.ts'

export type FileFormat = z.infer<typeof exportSecurityLogInput>['format']

const pageSize = 1_000

const contentTypes: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
}

const heads = ['at', 'kind', 'person', 'network', 'details', 'id'] as const

const asLine = ({ at, kind, personName, network, detail, id }: SecurityRow) =>
  csvLine([at.toISOString(), kind, personName, network, JSON.stringify(detail), id])

const asObject = ({ at, kind, personName, network, detail, id }: SecurityRow) =>
  JSON.stringify({ id, at: at.toISOString(), kind, person: personName, network, detail })

/** One entry a line, with its place in the chain: anyone who has the file can check it without us. */
async function linesOf(
  parts: Pick<Parts, 'reads'>,
  workspaceId: string,
  rows: readonly SecurityRow[],
): Promise<string> {
  const ids = rows.map(({ id }) => id)
  const sealed = await parts.reads.in(workspaceId, (trx) => findSealedEntries(trx, workspaceId, ids))
  const line = (row: SecurityRow) => {
    const { seal = null, event = row } = sealed.get(row.id) ?? {}
    const { id, at, kind, personId, personName, network, detail } = event
    return JSON.stringify({ workspaceId, id, at, kind, personId, personName, network, detail, chain: seal })
  }
  return rows.map((row) => `${line(row)}\n`).join('')
}

async function* lines(
  parts: Pick<Parts, 'reads'>,
  workspaceId: string,
  format: FileFormat,
  pages: AsyncIterable<SecurityRow[]>,
): AsyncGenerator<string> {
  if (format === 'jsonl') {
    for await (const rows of pages) yield linesOf(parts, workspaceId, rows)
    return
  }

  if (format === 'csv') {
    yield csvStart + csvLine(heads)
    for await (const rows of pages) yield rows.map(asLine).join('')
    return
  }
  let isFirst = true
  yield '['
  for await (const rows of pages) {
    if (rows.length === 0) continue
    yield `${isFirst ? '' : ','}\n${rows.map(asObject).join(',\n')}`
    isFirst = false
  }
  yield '\n]\n'
}

/** What a file holds: the entries of the filter as the log stood at a moment, by the days of the zone. */
type Contents = { filter: SecurityFilter; timeZone: string; asOf: LogMoment }

async function* pagesOf(parts: Pick<Parts, 'reads'>, workspaceId: string, contents: Contents) {
  let before: LogCursor | undefined
  do {
    const page = await getSecurityEvents(parts, workspaceId, { ...contents, before, limit: pageSize })
    yield page.rows
    before = page.next
  } while (before)
}

/**
 * The log as a file, newest first; read page by page while it is sent, so that its length costs no memory. The same contents give
 * the same file, whatever was logged since.
 */
export function securityFile(
  parts: Pick<Parts, 'reads'>,
  workspaceId: string,
  { format, ...contents }: Contents & { format: FileFormat },
): Response {
  const text = new TextEncoder()
  const source = lines(parts, workspaceId, format, pagesOf(parts, workspaceId, contents))
  const day = contents.asOf.at.toISOString().slice(0, 10)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next()
      if (done) controller.close()
      else controller.enqueue(text.encode(value))
    },
    async cancel() {
      await source.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': contentTypes[format],
      'Content-Disposition': `attachment; filename="security-log-${day}.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
