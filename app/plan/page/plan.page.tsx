import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { acceptParticipant } from '#app/access/participants/accept-participant.server.ts'
import { agreeToChampion } from '#app/access/participants/agree-to-champion.server.ts'
import { declineChampion } from '#app/access/participants/decline-champion.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { PeopleNews } from '#app/access/participants/people-news.tsx'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/guards.server.ts'
import { getPeopleNews } from '#app/access/participants/queries.server.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { answerReference } from '#app/references/answer-reference.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { asResponse, submit } from '#app/runner/submit.server.ts'
import { postedValue, replyTo } from '#app/ui/form-reply.ts'
import { useOutcome } from '#app/ui/outcome.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { FirstWinCard } from '#app/value/win/first-win-card.tsx'
import { ReferenceQuestion } from '#app/value/win/reference-question.tsx'
import { ReferenceStanding } from '#app/value/win/reference-standing.tsx'
import { WhatWeHeard } from '#app/value/situation/what-we-heard.tsx'
import { WonCard } from '#app/value/win/won-card.tsx'
import { confirmSituation } from '#app/value/situation/confirm-situation.server.ts'
import { getWinForPlan } from '#app/value/queries.server.ts'
import { buildView } from '../core/build-view.ts'
import { agreePlan } from '../agreement/agree-plan.server.ts'
import { answerObjection } from '../agreement/answer-objection.server.ts'
import { completeTask } from '../task/complete-task.server.ts'
import { objectToPlan } from '../agreement/object-to-plan.server.ts'
import { restoreAgreed } from '../agreement/restore-agreed.server.ts'
import { shareForecast } from '../forecast/share-forecast.server.ts'
import { withdrawObjection } from '../agreement/withdraw-objection.server.ts'
import { withdrawForecast } from '../forecast/withdraw-forecast.server.ts'
import { reopenTask } from '../task/reopen-task.server.ts'
import { undoChange } from '../undo/undo-change.server.ts'
import { PlanPage } from './plan-page.tsx'
import { planLinks } from '../core/plan-links.ts'
import { useToldChanges } from './use-told-changes.ts'
import { useLivePlan } from './use-live-plan.ts'
import { useWhatIf } from '../what-if/use-what-if.ts'
import { findRecentChange } from '../undo/queries.server.ts'
import { UndoNotice } from '../undo/undo-notice.tsx'
import { ForecastPanel, SharedForecast } from '../forecast/forecast-panel.tsx'
import { getForecastStanding } from '../forecast/queries.server.ts'
import { getPlanMaterial } from '../core/queries.server.ts'
import { withAdvice } from '../what-if/with-advice.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `${data.material.rows.plan.account}: ${data.material.rows.plan.project}` : 'Plan') },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId', params['planId'])
  const { parts } = context
  const { number } = viewer.plan
  const found = await getPlanMaterial(parts, viewer, viewer.planId).catch(throwAsPage)
  const win = await getWinForPlan(parts, viewer, viewer.planId).catch(throwAsPage)
  const people = await getPeopleNews(parts, viewer)
  const recent = await findRecentChange(parts, viewer, viewer.planId)
  const forecast = await getForecastStanding(parts, viewer, found)
  await parts.reads.end()
  const material = await withAdvice(parts, found, number)
  return { material, win, forecast, people, recent, number, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const values = await readForm(request).catch(throwAsPage)
  const order = { parts: context.parts, actor, scopeId: planId, values }
  const links = planLinks(planId)
  const back = () => links.plan
  const toTask = () => links.taskOnPlan(one(values, 'taskId') ?? '')
  switch (one(values, 'intent')) {
    case 'complete-task':
      return submit(completeTask, order, toTask)
    case 'reopen-task':
      return submit(reopenTask, order, toTask)
    case 'undo-change':
      return submit(undoChange, order, back)
    case 'share-forecast':
      return submit(shareForecast, order, back)
    case 'withdraw-forecast':
      return submit(withdrawForecast, order, back)
    case 'accept-participant':
      return submit(acceptParticipant, order, back)
    case 'remove-participant':
      return submit(removeParticipant, order, back)
    case 'agree-to-champion':
      return submit(agreeToChampion, order, back)
    case 'decline-champion':
      return submit(declineChampion, order, back)
    case 'agree-plan':
      return submit(agreePlan, order, back)
    case 'object-to-plan':
      return submit(objectToPlan, order, back)
    case 'answer-objection':
      return submit(answerObjection, order, back)
    case 'withdraw-objection':
      return submit(withdrawObjection, order, back)
    case 'restore-agreed':
      return submit(restoreAgreed, order, back)
    case 'confirm-situation':
      return submit(confirmSituation, order, back)
    case 'answer-reference':
      return submit(answerReference, order, back)
    default:
      throw asResponse(new Refusal(400, 'This form is not valid. Please reload the page.'))
  }
}

export default function PlanRoute() {
  const { material, win, forecast, people, recent, number, formKey } = useLoaderData<typeof loader>()
  const plan = useMemo(() => buildView(material), [material])
  const reply = useActionData<typeof action>()
  const [search] = useSearchParams()
  useLivePlan(plan.id, number)
  useToldChanges(plan, recent)
  const undoing = replyTo(reply, 'undo-change')
  // A refusal is said beside its button, wherever the change was made.
  const refused = Number(postedValue(undoing, 'number') ?? 0) || 0
  // One thing is said at a time: what can be undone, or what was done after it.
  const offered = useOutcome()?.scopeId === plan.id ? null : recent
  const undone =
    refused > 0 && refused !== recent?.number ? { number: refused, words: 'tried to take a change back' } : offered
  // What is no number would differ from itself at every look.
  const kept = Number(search.get('kept') ?? 0) || 0
  const whatIf = useWhatIf({ material, plan, number, kept })
  const shown = whatIf?.shown ?? plan
  const links = planLinks(plan.id)
  const { reference, won } = win
  const answer = reference?.answer
  const isOver = plan.state === 'won' || plan.state === 'lost' || plan.archived
  return (
    <PlanPage
      plan={shown}
      whatIf={whatIf}
      formKey={formKey}
      reply={reply}
      undo={
        (plan.viewer.may.edit || undone) && (
          <UndoNotice planId={plan.id} change={undone} formKey={formKey} reply={undoing} />
        )
      }
      people={people && <PeopleNews news={people} formKey={formKey} reply={reply} />}
      show={search.get('show') === 'mine' ? 'mine' : 'everything'}
      celebration={
        won && (
          <WonCard won={won} today={plan.today} correctAt={win.mayCorrect ? links.win : null}>
            {reference?.mayAnswer && (
              <ReferenceQuestion
                formKey={formKey}
                reply={reply}
                vendor={plan.workspace.name}
                agreeAt={links.reference}
                action={links.plan}
                answer={answer === 'not asked' ? 'open' : answer}
              />
            )}
            {reference && plan.viewer.side === 'vendor' && <ReferenceStanding answer={reference.answer} />}
          </WonCard>
        )
      }
      firstWin={
        <FirstWinCard
          win={shown.firstWin}
          account={plan.account.name}
          today={plan.today}
          measurement={win.measurement}
          recordAt={win.mayConfirm ? links.win : null}
        />
      }
      forecast={
        isOver ? null : plan.viewer.side === 'vendor' ? (
          <ForecastPanel
            planId={plan.id}
            number={number}
            vendor={plan.workspace.name}
            customer={plan.account.name}
            shared={forecast.shared}
            mayShare={forecast.mayShare}
            formKey={formKey}
            reply={reply}
          />
        ) : (
          forecast.sentences.length > 0 && (
            <SharedForecast sentences={forecast.sentences} vendor={plan.workspace.name} />
          )
        )
      }
      heard={
        <WhatWeHeard
          closed={plan.archived || plan.state === 'lost'}
          sheets={win.heard}
          vendor={plan.workspace.name}
          today={plan.today}
          formKey={formKey}
          reply={reply}
          action={links.plan}
          folded
          changeAt={links.situation}
        />
      }
    />
  )
}
