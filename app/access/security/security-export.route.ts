import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Parts } from '#app/kit/parts.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { exportSecurityLog } from './export-security-log.server.ts'
import { type MemberViewer, requireMember } from '../core/require-viewer.server.ts'
import { exportSecurityLogInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { readFilter } from './security-filter.ts'
import { exportedEvent } from './exported-event.ts'
import { securityFile } from './security-file.server.ts'

const page = 'workspace/security/export'

/** The file is only sent for a post, since each export is recorded. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember({ request, context }, page)
  return redirect('/workspace/security')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, page)
  return takeForm(request, { 'export-security-log': (values) => exportLog(context.parts, actor, values) })
}

async function exportLog(parts: Parts, actor: MemberViewer['actor'], values: PostedValues) {
  const { workspaceId } = actor
  const filter = readFilter({ get: (name) => firstValue(values, name) })
  const input = { format: firstValue(values, 'format'), ...filter }
  const idempotencyKey = firstValue(values, 'idempotencyKey') ?? ''
  const order = { actor, scopeId: workspaceId, input, idempotencyKey }
  const { result, repeated } = await runCommand(parts, exportSecurityLog, order)
  const parsed = exportSecurityLogInput.parse(input)
  // Each time the log leaves is noted, also where it is the same file.
  if (repeated)
    await changeApart(parts, workspaceId, (trx) =>
      writeSecurityEvent(trx, workspaceId, exportedEvent(actor, parsed, true), parts.clock.now()),
    )
  const asOf = { at: new Date(result.at), ids: result.ids }
  return securityFile(parts, workspaceId, { format: parsed.format, filter, timeZone: result.timeZone, asOf })
}
