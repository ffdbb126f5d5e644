import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { answerCopy } from './answer-copy.server.ts'
import { exportMemberData } from './export-member-data.server.ts'

const page = 'profile/export'

/** The file comes by a post alone, since taking it is noted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember({ request, context }, page)
  return redirect('/profile')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, page)
  const { parts } = context
  await countAgainstLimit(context, [['copy of personal data by a person', actor.id]]).catch(throwAsPage)
  return takeForm(request, {
    'export-member-data': async (values) => {
      const order = {
        actor,
        scopeId: actor.workspaceId,
        input: {},
        idempotencyKey: firstValue(values, 'idempotencyKey') ?? '',
      }
      const outcome = await runCommand(parts, exportMemberData, order)
      return answerCopy(parts, actor, outcome)
    },
  })
}
