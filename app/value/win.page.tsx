import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanViewer } from '#app/access/guards.server.ts'
import { mayOpen } from '#app/access/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { submit } from '#app/runner/submit.server.ts'
import { quoted } from '#app/ui/words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { confirmFirstWin } from './commands/confirm-first-win.server.ts'
import { correctFirstWin } from './commands/correct-first-win.server.ts'
import { ConfirmWinForm } from './components/confirm-win-form.tsx'
import { whoMayRecord } from './components/who-may-record.ts'
import { getWinForForm } from './queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Record the result') }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const page = await getWinForForm(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const isTheirs = mayOpen('plans/:planId/win', viewer.standings)
  // Refused, but with a page that says whose it is.
  return data({ ...page, planId: viewer.planId, formKey: newId() }, { status: isTheirs ? 200 : 403 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const values = await readForm(request).catch(throwAsPage)
  const order = { parts: context.parts, actor, scopeId: planId, values }
  const back = () => `/plans/${planId}`
  return one(values, 'intent') === 'correct-first-win'
    ? submit(correctFirstWin, order, back)
    : submit(confirmFirstWin, order, back)
}

export default function WinPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { planId, formKey, win, today, measured, may } = page
  const plan = `/plans/${planId}`
  const keyFor = formKeys(formKey)
  return (
    <>
      <PageHead
        title={may === 'correct' ? 'Correct the value' : 'Record the result'}
        eyebrow={<Link to={plan}>{page.project}</Link>}
      />
      <Panel>
        {may ? (
          <ConfirmWinForm
            key={may}
            idempotencyKey={keyFor(may === 'correct' ? 'correct-first-win' : 'confirm-first-win')}
            reply={reply}
            win={win}
            today={today}
            cancelTo={plan}
            {...(may === 'correct' && measured !== null ? { correcting: measured } : {})}
          />
        ) : (
          <>
            <blockquote className="quoted">{quoted(win.statement)}</blockquote>
            <Notice>{whoMayRecord(page)}</Notice>
          </>
        )}
      </Panel>
    </>
  )
}
