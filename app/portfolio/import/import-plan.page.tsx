import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import type { PreviewReply, Reply } from '#app/runner/reply.ts'
import { asReply } from '#app/runner/take-form.server.ts'
import { submit } from '#app/runner/submit.server.ts'
import { answerPatience, keepWithin } from '#app/ui/keep-typed.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { importPlan } from './import-plan.server.ts'
import { ImportSourceForm } from './import-source-form.tsx'
import { ImportTableForm } from './import-table-form.tsx'
import { ImportedPlanForm } from './imported-plan-form.tsx'
import { listImportMembers } from './list-import-members.server.ts'
import type { ShownImport } from './shown-import.ts'
import { importRefusals, importWords } from './import-words.ts'
import { readImport, readToCreate } from './read-import.server.ts'

/** A file that is too large is not sent. */
export const clientAction = (args: ClientActionFunctionArgs) =>
  keepWithin({ patience: answerPatience, mostBytes: bounds.importedFile, tooLarge: importRefusals.tooLarge }, args)

export const meta: MetaFunction = () => [{ title: pageTitle(importWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember({ request, context }, 'plans/import')
  return { formKey: newId(), vendor: workspace.name }
}

/** What was read and looked at: shown for the first time, or refused when it was to be created. */
type ImportReply = PreviewReply<ShownImport> | (Reply & { shown: ShownImport })

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, workspace } = await requireMember({ request, context }, 'plans/import')
  const { parts } = context
  const around = async () => ({ vendor: workspace.name, ...(await listImportMembers(parts, actor.workspaceId)) })
  return dispatch<ImportReply>(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'import-plan': async (values) => {
        const { shown, input, values: kept } = readToCreate(values, await around())
        if (input === null) return data<ImportReply>({ status: 'previewed', values: kept, shown })
        const sent = { request, parts, actor, scopeId: actor.workspaceId, values: kept, input }
        const answer = await submit(importPlan, sent, (planId) => paths.plan(planId))
        return data<ImportReply>({ ...answer.data, shown }, answer.init ?? undefined)
      },
    },
    {
      file: 'file',
      others: {
        'read-import': asReply(request, async (values, file) =>
          data<ImportReply>({ status: 'previewed', ...readImport(values, file, await around()) }),
        ),
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
      {shown === null ? (
        <ImportSourceForm idempotencyKey={keyFor('read-import')} reply={replyTo(reply, 'read-import')} />
      ) : shown.kind === 'plan' ? (
        <ImportedPlanForm
          idempotencyKey={keyFor('import-plan')}
          reply={replyTo(reply, 'import-plan')}
          plan={shown}
          vendor={vendor}
        />
      ) : (
        <ImportTableForm idempotencyKey={keyFor('import-plan')} reply={reply} table={shown} vendor={vendor} />
      )}
    </>
  )
}
