import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { countAgainstLimit } from '#app/access/core/count-against-limit.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { buildView } from '../view/build-view.ts'
import { getPlanMaterial } from '../view/plan-queries.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { differenceSentence } from './difference-words.ts'
import { differenceBetween } from './difference.ts'
import { editNotes, whatIfWords } from './edit-words.ts'
import { readEdits } from '../edits/read-edits.ts'
import { ApplyForm } from './apply-form.tsx'
import { MovedList } from './moved-list.tsx'
import { editsPosted, seenFields } from './what-if-links.ts'
import { PrivateMark } from '../view/private-part.tsx'
import { mayApply, realEdits, previewEdits } from './preview-edits.ts'
import { whatIfBarWords, whatIfPageWords } from './what-if-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(whatIfPageWords.title, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/try', params['planId'])
  await countAgainstLimit(context, [['computation by a person', viewer.actor.id]]).catch(throwAsPage)
  const material = await getPlanMaterial(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const { edits, faults } = readEdits(new URL(request.url).searchParams)
  const wanted = realEdits(material, edits)
  const tried = previewEdits(material, wanted)
  const told = { rows: material.rows, sight: material.viewer.sight, today: material.today }
  return {
    planId: viewer.planId,
    formKey: newId(),
    project: material.rows.plan.project,
    company: viewer.actor.kind === 'member' ? material.rows.plan.workspace : material.rows.plan.account,
    edits: wanted,
    seen: seenFields(material.rows, wanted),
    title: whatIfWords(told, wanted),
    notes: editNotes(told, wanted),
    difference: tried.ok ? differenceBetween(buildView(material), tried.view) : null,
    faults: [...faults, ...(tried.ok ? [] : tried.faults)].map(({ message }) => message),
    mayApply: mayApply(material, wanted),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const links = planLinks(planId)
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'adjust-plan': {
        input: editsPosted,
        then: ({ number }) => (number === null ? links.plan : links.kept(number)),
      },
    },
  )
}

/** A what-if as a page of its own: for where no script runs, and for what was refused when it was to be kept. */
export default function WhatIfPage() {
  const {
    planId,
    formKey,
    project,
    company,
    edits,
    seen,
    title,
    difference,
    notes,
    faults,
    mayApply: isOurs,
  } = useLoaderData<typeof loader>()
  const reply = replyTo(useActionData<typeof action>(), 'adjust-plan')
  const told = [...new Set([...faults, ...(reply?.status === 'invalid' ? reply.faults.map((it) => it.message) : [])])]
  const links = planLinks(planId)
  const isReady = edits.length > 0 && faults.length === 0 && difference !== null
  return (
    <>
      <PrivateMark company={company} />
      <PageHead
        title={title || whatIfPageWords.noChanges}
        eyebrow={<PageLink to={links.plan}>{project}</PageLink>}
        intro={whatIfPageWords.intro}
      />
      <Panel className="try-panel">
        {told.map((fault) => (
          <Notice key={fault} tone="must">
            {fault}
          </Notice>
        ))}
        {isReady && (
          <>
            <p>
              <b>{differenceSentence(difference.parts)}</b>
            </p>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            {difference.movedFor.length > 0 && <MovedList movedFor={difference.movedFor} />}
            {!isOurs && <p>{whatIfBarWords.otherSideApplies}</p>}
          </>
        )}
        {edits.length === 0 && told.length === 0 && <p>{whatIfPageWords.nothing}</p>}
        <div className="acts">
          {isReady && isOurs && <ApplyForm planId={planId} edits={edits} seen={seen} formKey={formKey} reply={reply} />}
          <ButtonLink to={links.plan}>{buttonWords.discard}</ButtonLink>
        </div>
      </Panel>
    </>
  )
}
