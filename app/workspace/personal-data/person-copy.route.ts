import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { isUuid } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { asResponse } from '#app/runner/submit.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { answerCopy } from './answer-copy.server.ts'
import { exportPerson } from './export-person.server.ts'

const page = 'workspace/data/:personId/export'

/** The file comes by a post alone, since taking it is noted. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireMember({ request, context }, page)
  const personId = params['personId'] ?? ''
  if (!isUuid(personId)) throw asResponse(notFound())
  return redirect(paths.personData(personId))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, page)
  const { parts } = context
  await countAgainstLimit(context, [['copy of personal data by a person', actor.id]]).catch(throwAsPage)
  return takeForm(request, {
    'export-person': async (values) => {
      const input = { personId: params['personId'] }
      const order = {
        actor,
        scopeId: actor.workspaceId,
        input,
        idempotencyKey: firstValue(values, 'idempotencyKey') ?? '',
      }
      const outcome = await runCommand(parts, exportPerson, order)
      return answerCopy(parts, actor, outcome)
    },
  })
}
