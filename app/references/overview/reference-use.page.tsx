import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { mayOpen } from '#app/policy/may-open.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { ConfirmedWin } from '../consent/confirmed-win.tsx'
import { ConsentHistory } from '../consent/consent-history.tsx'
import { PieceEditor } from '../pieces/piece-editor.tsx'
import { PieceText } from '../pieces/piece-text.tsx'
import { pieceKinds } from '#app/runner/events/reference-kinds.ts'
import { ReferencesNav } from '../references-nav.tsx'
import { MayBeUsed } from './may-be-used.tsx'
import { ReferenceProgress } from './reference-progress.tsx'
import { getReferenceUse } from './reference-use-queries.server.ts'
import { NoteUseForm, UseList } from '../use/use-list.tsx'
import { useWords } from '../use/use-words.ts'
import { approvalWords } from '../approval-words.ts'
import { overviewWords, referenceUseTitle } from './overview-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(overviewWords.pageTitle, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/reference/use', params['planId'])
  const { actor, planId, standings } = viewer
  if (actor.kind !== 'member') return throwAsPage(notFound())
  const may = mayOnPlan(viewer)
  const mayWrite = may('write-piece')
  const page = await getReferenceUse(context.parts, actor, planId, { mayWrite }).catch(throwAsPage)
  return {
    ...page,
    project: page.row.project,
    planId,
    formKey: newId(),
    may: {
      ask: may('ask-for-reference'),
      askForLogo: may('ask-for-logo'),
      take: may('take-reference') && page.row.ownerId !== actor.id,
      write: mayWrite,
      note: may('note-use'),
      removeAll: standings.has('marketing'),
      profile: mayOpen('plans/:planId/customer', standings),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).referenceUse
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'ask-for-reference': { then },
      'ask-for-logo': { then },
      'take-reference': { then },
      'write-piece': { then },
      'send-piece': { then },
      'note-use': { then },
      'remove-use': { then },
    },
  )
}

export default function ReferenceUsePage() {
  const { planId, formKey, row, today, hasLogo, pieces, uses, history, may } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const isUsable = row.answer === 'agreed'
  const approvedCase = pieces['case-study'].find(({ state }) => state === 'approved')
  return (
    <>
      <ReferencesNav current="board" />
      <PageHead
        title={referenceUseTitle(row.account)}
        eyebrow={<PageLink to={paths.plan(planId)}>{row.project}</PageLink>}
        actions={isUsable && <ButtonLink to={paths.libraryEntry(planId)}>{overviewWords.inLibrary}</ButtonLink>}
      />
      <div className="stack">
        <Panel>
          <ConfirmedWin win={row} />
          <ReferenceProgress row={row} today={today} planId={planId} may={may} keyFor={keyFor} reply={reply} />
        </Panel>
        {isUsable && (
          <Panel>
            <MayBeUsed
              row={row}
              logo={hasLogo ? planLinks(planId).referenceLogo : null}
              hasCase={Boolean(approvedCase)}
            />
            {approvedCase && (
              <section aria-label={kindLabels['case-study']}>
                <PieceText {...approvedCase} />
              </section>
            )}
          </Panel>
        )}
        {isUsable &&
          may.write &&
          pieceKinds
            .filter((kind) => row.kinds.includes(kind))
            .map((kind) => (
              <Panel key={kind}>
                <h2 id={kind === 'case-study' ? 'write' : undefined}>{kindLabels[kind]}</h2>
                <PieceEditor
                  kind={kind}
                  versions={pieces[kind]}
                  begun={kind === 'quote' ? (row.quote ?? '') : ''}
                  keyFor={keyFor}
                  reply={reply}
                  champion={row.contact?.name ?? null}
                />
              </Panel>
            ))}
        <Panel>
          <h2 id="use">{useWords.title}</h2>
          <UseList
            uses={uses}
            today={today}
            removesAll={may.removeAll}
            outcomePath={paths.libraryEntry(planId)}
            keyFor={keyFor}
            reply={reply}
          />
          {isUsable && may.note && row.limits.approverLeft && <Notice tone="must">{approvalWords.left}</Notice>}
          {isUsable && may.note && !row.limits.approverLeft && (
            <>
              <p className="fine after-fields">{useWords.intro}</p>
              <NoteUseForm
                kinds={row.kinds}
                approver={row.limits.approver}
                rulesOut={row.limits.never.length > 0}
                today={today}
                keyFor={keyFor}
                reply={reply}
              />
            </>
          )}
        </Panel>
        <ConsentHistory entries={history} />
      </div>
    </>
  )
}
