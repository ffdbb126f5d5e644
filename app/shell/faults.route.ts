import { type ActionFunctionArgs, type AppLoadContext, redirect } from '@remix-run/node'
import type { PostedValues } from '#app/runner/reply.ts'
import { countAgainstLimit, networkIn } from '#app/access/core/count-against-limit.server.ts'
import { withoutSecrets } from '#app/kit/log.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'

/** Error reports are only sent by post. */
export const loader = () => redirect('/')

/**
 * Logs an error from a browser, and answers with its number in the log. It is a warning, not an error: anyone can send such a
 * report, and it must not wake up an operator.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  await countAgainstLimit(context, [['fault from a network', networkIn(context)]]).catch(throwAsPage)
  // A page loaded before an update may send a report without an intent.
  const options = { unnamed: 'report-fault' }
  return takeForm(request, { 'report-fault': (values) => noteFault(context, values) }, options)
}

async function noteFault(context: AppLoadContext, values: PostedValues) {
  const told = (name: string, most: number) => withoutSecrets(firstValue(values, name) ?? '').slice(0, most)
  const browser = { message: told('message', 500), stack: told('stack', 4000) }
  context.parts.log.warn({ requestId: context.requestId, browser }, 'fault in a browser')
  return new Response(context.requestId, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
