import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PreviewReply, Reply } from '#app/runner/reply.ts'
import { submit } from '#app/runner/submit.server.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { importPlan } from './import-plan.server.ts'
import { ImportFileForm } from './import-file-form.tsx'
import { ImportedPlanForm } from './imported-plan-form.tsx'
import { type ShownImport, shownImport } from './shown-import.ts'
import { importWords } from './import-words.ts'
import { carriedContent, readImport } from './read-import.server.ts'

export { keepTypedUpload as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(importWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember({ request, context }, 'plans/import')
  return { formKey: newId(), vendor: workspace.name }
}

/** A plan that was read and looked at: whether its form was refused, or is shown for the first time. */
type ImportReply = PreviewReply<ShownImport> | (Reply & { shown: ShownImport })

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans/import')
  const { parts } = context
  return dispatch<ImportReply>(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'import-plan': async (values) => {
        const content = carriedContent(values)
        const input = { ...content, account: firstValue(values, 'account'), project: firstValue(values, 'project') }
        const sent = { request, parts, actor, scopeId: actor.workspaceId, values, input }
        const answer = await submit(importPlan, sent, (planId) => paths.plan(planId))
        return data({ ...answer.data, shown: shownImport(content) }, answer.init ?? undefined)
      },
    },
    {
      file: 'file',
      others: {
        'read-import': async (values, file) => {
          const content = readImport(file, (zone) => todayIn(zone, parts.clock.now()))
          return data<ImportReply>({ status: 'previewed', values, shown: shownImport(content) })
        },
      },
    },
  )
}

export default function ImportPlanPage() {
  const { formKey, vendor } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const shown = reply && 'shown' in reply ? reply.shown : null
  return (
    <>
      <PageHead title={importWords.title} intro={importWords.intro} />
      {shown ? (
        <ImportedPlanForm
          idempotencyKey={keyFor('import-plan')}
          reply={replyTo(reply, 'import-plan')}
          plan={shown}
          vendor={vendor}
        />
      ) : (
        <ImportFileForm idempotencyKey={keyFor('read-import')} reply={replyTo(reply, 'read-import')} />
      )}
    </>
  )
}
