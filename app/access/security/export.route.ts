import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { exportSecurityLog } from '../commands/export-security-log.server.ts'
import { requireMember } from '../guards.server.ts'
import { exportSecurityLogInput } from '../model.ts'
import { readFilter } from './filter.ts'
import { securityFile } from './security-file.server.ts'

const page = 'workspace/security/export'

/** The file comes by a post alone, since taking it is noted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember({ request, context }, page)
  return redirect('/workspace/security')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, page)
  const { parts } = context
  const { workspaceId } = actor
  const values = await readForm(request).catch(throwAsPage)
  const filter = readFilter({ get: (name) => one(values, name) })
  const input = { format: one(values, 'format'), ...filter }
  const idempotencyKey = one(values, 'idempotencyKey') ?? ''
  const order = { actor, scopeId: workspaceId, input, idempotencyKey }
  await runCommand(parts, exportSecurityLog, order).catch(throwAsPage)
  const { format } = exportSecurityLogInput.parse(input)
  return securityFile(parts, workspaceId, { format, filter, day: parts.clock.now().toISOString().slice(0, 10) })
}
