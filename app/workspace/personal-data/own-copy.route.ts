import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { answerCopy } from './answer-copy.server.ts'
import { exportOwnData } from './export-own-data.server.ts'
import { copyWords } from './copy-words.ts'

const requireReader = (asked: Parameters<typeof requirePlanPage>[0], planId: string | undefined) =>
  requirePlanPage(asked, 'plans/:planId/your-data/export', planId, copyWords.customersOnly)

/** The file comes by a post alone, since taking it is noted. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { planId } = await requireReader({ request, context }, params['planId'])
  return redirect(planLinks(planId).yourData)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requireReader({ request, context }, params['planId'])
  const { parts } = context
  await countAgainstLimit(context, [['copy of personal data by a person', actor.id]]).catch(throwAsPage)
  return takeForm(request, {
    'export-own-data': async (values) => {
      const order = { actor, scopeId: planId, input: {}, idempotencyKey: firstValue(values, 'idempotencyKey') ?? '' }
      const outcome = await runCommand(parts, exportOwnData, order)
      return answerCopy(parts, actor, outcome)
    },
  })
}
