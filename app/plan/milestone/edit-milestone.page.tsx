import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { PostedValues, PreviewReply } from '#app/runner/reply.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { editTitle } from '../outline/edit-title-words.ts'
import { MoveButtons } from '../outline/move-buttons.tsx'
import type { Difference } from '../what-if/difference.ts'
import { PreviewButton, PreviewResult } from '../what-if/preview-parts.tsx'
import { previewIfAsked } from '../what-if/preview-command.server.ts'
import { getMilestoneForEdit } from './get-milestone-for-edit.server.ts'
import { EvidenceForm } from './evidence-form.tsx'
import { MilestoneForm } from './milestone-form.tsx'
import { RemoveMilestoneForm } from './remove-milestone-form.tsx'
import { removeMilestone } from './remove-milestone.server.ts'
import { SplitMilestoneForm } from './split-milestone-form.tsx'
import { editMilestonePageWords } from './milestone-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: pageTitle(
      page ? editTitle(page.milestone.values.title) : editMilestonePageWords.title,
      page?.milestone.project,
    ),
  },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/milestones/:milestoneId',
    params['planId'],
    planRefusals.viewOnly,
  )
  const milestoneId = params['milestoneId'] ?? ''
  const milestone = await getMilestoneForEdit(context.parts, viewer, viewer.planId, milestoneId).catch(throwAsPage)
  return { milestone, milestoneId, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  const links = planLinks(planId)
  const milestoneId = params['milestoneId'] ?? ''
  const input = (values: PostedValues) => ({ ...values, milestoneId })
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'edit-milestone': { input, then: () => links.plan },
      'prove-milestone': { input, then: () => links.plan },
      'move-milestone': { input, then: () => links.milestone(milestoneId) },
      'split-milestone': { input, then: () => links.plan },
      'remove-milestone': {
        input,
        before: previewIfAsked(removeMilestone, { parts, viewer, planId }),
        then: () => links.plan,
      },
    },
  )
}

export default function EditMilestonePage() {
  const { milestone, milestoneId, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const { values, evidence, isGoal, isWin, moves, tasks, hasTasks, others } = milestone
  const keyOf = formKeys(formKey)
  return (
    <>
      <PageHead
        title={values.title}
        eyebrow={<PageLink to={links.plan}>{milestone.project}</PageLink>}
        actions={<ButtonLink to={links.milestonePage(milestoneId)}>{editMilestonePageWords.toRead}</ButtonLink>}
      />
      <Panel>
        <MilestoneForm
          idempotencyKey={keyOf('edit-milestone', milestoneId)}
          reply={replyTo(reply, 'edit-milestone')}
          values={values}
          fixedStage={isGoal}
          isWin={isWin}
          cancelTo={links.plan}
        />
      </Panel>
      {evidence && (
        <EvidenceForm
          idempotencyKey={keyOf('prove-milestone', milestoneId)}
          reply={replyTo(reply, 'prove-milestone')}
          exitEvidence={evidence.exitEvidence}
          values={{ evidence: evidence.evidence, passedWithout: evidence.passedWithout }}
        />
      )}
      {!isGoal && <MoveButtons moves={moves} intent="move-milestone" formKey={`${formKey}:${milestoneId}`} />}
      {tasks.length > 1 && (
        <SplitMilestoneForm
          idempotencyKey={keyOf('split-milestone', milestoneId)}
          reply={replyTo(reply, 'split-milestone')}
          tasks={tasks}
        />
      )}
      {!isGoal && (
        <RemoveMilestoneForm
          idempotencyKey={keyOf('remove-milestone', milestoneId)}
          reply={replyTo(reply, 'remove-milestone')}
          hasTasks={hasTasks}
          others={others}
          actions={<PreviewButton />}
          preview={reply?.status === 'previewed' ? <PreviewResult shown={reply.shown} /> : null}
        />
      )}
    </>
  )
}
