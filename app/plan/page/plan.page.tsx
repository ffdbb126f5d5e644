import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { Suspense, lazy, useMemo } from 'react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { getPeopleNews } from '#app/access/participants/participant-queries.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { isFromScript } from '#app/kit/is-from-script.ts'
import { isPrefetched } from '#app/kit/is-prefetched.ts'
import { planLinks } from '#app/kit/paths.ts'
import { sightOf } from '#app/policy/policy.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { postedValue, replyTo } from '#app/ui/form-reply.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { findAskedHandoff } from '#app/handoff/lead/lead-queries.server.ts'
import { countOpenSold } from '#app/handoff/sold/count-open-sold.server.ts'
import { getPlanTalk } from '#app/talk/questions/plan-talk-queries.server.ts'
import { Celebration } from '#app/value/win/celebration.tsx'
import { FirstWinCard } from '#app/value/win/first-win-card.tsx'
import { wordsAsRead } from '#app/value/situation/words-as-read.server.ts'
import { getWinForPlan } from '#app/value/win/win-queries.server.ts'
import { buildView } from '../view/build-view.ts'
import { receivePlan, sendPlan } from './sent-plan.ts'
import { nextAsks } from './next-asks.ts'
import { PlanPage } from './plan-page.tsx'
import { useToldChanges } from './use-told-changes.ts'
import { useLivePage } from '#app/ui/use-live-page.ts'
import { useWhatIf } from '../what-if/use-what-if.tsx'
import { findRecentChange } from '../undo/find-recent-change.server.ts'
import { UndoNotice } from '../undo/undo-notice.tsx'
import { triedToUndoWords } from '../undo/undo-words.ts'
import { tellPresent } from '../presence/present.ts'
import { useOfferedChange } from '../undo/use-offered-change.ts'
import { ForecastOnPlan } from '../forecast/forecast-on-plan.tsx'
import { earlierTasks } from '../task/earlier-tasks.ts'
import { tickKey } from '../task/tick-key.ts'
import { addTasksForm } from '../task/add-tasks-form.server.ts'
import { otherRowsIn } from '../task/other-rows.ts'
import { getForecastOnPlan } from '../forecast/forecast-queries.server.ts'
import { countInvitedOwner } from '../team/count-invited-owner.server.ts'
import { moveTasks } from '../task/move-tasks.server.ts'
import { removeTasks } from '../task/remove-tasks.server.ts'
import type { Difference } from '../what-if/difference.ts'
import { previewIfAsked } from '../what-if/preview-command.server.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import { getPlanMaterial } from '../view/plan-queries.server.ts'
import { withAdvice } from '../what-if/with-advice.server.ts'
import { isPlanOver, isWorkedOn } from '../core/stages.ts'
import { findVisitNews } from '../visit/find-visit-news.server.ts'
import { noteVisit } from '../visit/note-visit.server.ts'
import { useFreshRows } from '../visit/use-fresh-rows.ts'
import { type ShownTask, talkPropsOf } from '../task/shown-task.ts'
import type { TaskTalkProps } from '#app/talk/task-talk.tsx'
import { planPageWords } from './plan-page-words.ts'
import { planNameWords } from '#app/ui/name-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

type BesideProps = { planId: string; taskId: string; number: number }

/** A task with its conversation, loaded when one is opened beside the plan; where it cannot be, the address leads to the page of the task. */
const TaskBeside = lazy(() =>
  Promise.all([import('../task/task-panel.tsx'), import('#app/talk/task-talk.tsx')]).then(
    ([{ TaskPanel }, { TaskTalk }]) => ({
      default: (props: BesideProps) => (
        <TaskPanel
          {...props}
          talk={(shown: ShownTask & Pick<TaskTalkProps, 'conversation' | 'attachments'>) => (
            <TaskTalk conversation={shown.conversation} attachments={shown.attachments} {...talkPropsOf(shown)} />
          )}
        />
      ),
    }),
    () => {
      location.reload()
      return { default: (_: BesideProps) => <></> }
    },
  ),
)

const PeopleNews = lazyPart(
  'people-news',
  async () => (await import('#app/access/participants/people-news.tsx')).PeopleNews,
)
const SinceVisit = lazyPart('since-visit', async () => (await import('../visit/since-visit.tsx')).SinceVisit)
const HeardOnPlan = lazyPart(
  'heard-on-plan',
  async () => (await import('#app/value/situation/heard-on-plan.tsx')).HeardOnPlan,
)
const EarlierQuestion = lazyPart(
  'earlier-question',
  async () => (await import('../task/earlier-question.tsx')).EarlierQuestion,
)
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: pageTitle(
      data ? planNameWords({ account: data.plan.account.name, project: data.plan.project }) : planPageWords.title,
    ),
  },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId', params['planId'])
  const beside = besideIn(request.url)
  // Beside the plan a task is opened by script alone.
  if (beside && !isFromScript(request)) throw redirect(planLinks(viewer.planId).taskPage(beside))
  const { parts } = context
  const { number } = viewer.plan
  const [found, { referenceAsks, ...win }, people, talk, sold, handoff, recent, visited] = await Promise.all([
    getPlanMaterial(parts, viewer, viewer.planId),
    getWinForPlan(parts, viewer, viewer.planId),
    getPeopleNews(parts, viewer),
    getPlanTalk(parts, viewer),
    countOpenSold(parts, viewer, viewer.planId),
    findAskedHandoff(parts, viewer, viewer.planId),
    findRecentChange(parts, viewer, viewer.planId),
    findVisitNews(parts, viewer, { planId: viewer.planId, number }),
  ]).catch(throwAsPage)
  const { forecast, isWhole: isForecast } = await getForecastOnPlan(parts, viewer, found)
  await parts.reads.end()
  const { actor, planId } = viewer
  const reader = { workspaceId: actor.workspaceId, planId, readerId: actor.id }
  const [{ material, isWhole: isAdvised }] = await Promise.all([
    withAdvice(parts, found, number),
    noteVisit(parts, request, reader, visited.visit, { number, latestByOthers: visited.latestByOthers }),
  ])
  const { keeping } = context
  if (isForecast && isAdvised && !isPrefetched(request)) keeping?.keep()
  const view = buildView(material)
  const plan = sendPlan(view)
  const completed = recent?.completed
  const earlier = completed ? earlierTasks(material.rows, completed, sightOf(viewer.standings)) : null
  const asks = nextAsks({ plan: view, links: planLinks(viewer.planId), sold, handoff, referenceAsks, ...win })
  const formKey = keeping?.formKey ?? newId()
  return { plan, win, forecast, people, talk, asks, recent, earlier, news: visited.news, number, formKey }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const asker = { parts: context.parts, viewer, planId }
  const links = planLinks(planId)
  const isScripted = isFromScript(request)
  // With script the page stays where it is, with the task that is open beside it.
  const beside = isScripted ? besideIn(request.headers.get('referer')) : null
  const back = () => (beside ? links.taskBeside(beside) : links.plan)
  const toTask = ({ taskId }: { taskId: string }) => (isScripted ? back() : links.taskOnPlan(taskId))
  const toFirst = ({ taskIds }: { taskIds: string[] }) => toTask({ taskId: taskIds[0] ?? '' })
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'add-tasks': addTasksForm(toFirst),
      'edit-task': { then: toTask },
      'invite-owner': { before: countInvitedOwner(context, viewer), then: toTask },
      'start-task': { then: toTask },
      'complete-task': { key: tickKey, then: toTask },
      'reopen-task': { key: tickKey, then: toTask },
      'move-tasks': { before: previewIfAsked(moveTasks, asker), then: toFirst },
      'move-milestone': { then: back },
      'assign-tasks': { then: back },
      'remove-tasks': { before: previewIfAsked(removeTasks, asker), then: back },
      'undo-change': { then: back },
      'mark-seen': { then: back },
      'share-forecast': { then: back },
      'withdraw-forecast': { then: back },
      'accept-participant': { then: back },
      'remove-participant': { then: back },
      'agree-to-champion': { then: back },
      'name-next-champion': { then: back },
      'take-champion': { then: back },
      'decline-champion': { then: back },
      'agree-plan': { then: back },
      'object-to-plan': { then: back },
      'answer-objection': { then: back },
      'withdraw-objection': { then: back },
      'restore-agreed': { then: back },
      'confirm-situation': { input: wordsAsRead, then: back },
      'answer-reference': { then: back },
    },
  )
}

/** The task that an address of the page opens beside the plan. */
const besideIn = (url: string | null) => (url && URL.canParse(url) ? new URL(url).searchParams.get('task') : null)

export default function PlanRoute() {
  const loaded = useLoaderData<typeof loader>()
  const { win, forecast, people, talk, asks, recent, earlier, news, number, formKey } = loaded
  const plan = useMemo(() => receivePlan(loaded.plan), [loaded.plan])
  const [search] = useSearchParams()
  const typed = useMemo(() => otherRowsIn(search), [search])
  const reply = useActionData<typeof action>() ?? typed
  const links = planLinks(plan.id)
  useLivePage(links.eventsWithPage, number, tellPresent)
  useToldChanges(plan, recent)
  const fresh = useFreshRows(plan.id, news, number)
  const undoing = replyTo(reply, 'undo-change')
  // A refusal is said beside its button, wherever the change was made.
  const refused = Number(postedValue(undoing, 'number') ?? 0) || 0
  const offered = useOfferedChange(recent)
  const undone =
    refused > 0 && refused !== recent?.number ? { number: refused, words: triedToUndoWords, isUndoing: false } : offered
  const asked = undone === recent && search.get('earlier') !== 'open' ? earlier : null
  // What is no number would differ from itself at every look.
  const kept = Number(search.get('kept') ?? 0) || 0
  const show = search.get('show') === 'mine' ? 'mine' : 'everything'
  const beside = search.get('task')
  const whatIf = useWhatIf({ plan, number, kept, formKey })
  const shown = whatIf?.shown ?? plan
  const { won } = win
  return (
    <>
      <PlanPage
        plan={shown}
        whatIf={whatIf}
        formKey={formKey}
        reply={reply}
        questions={talk.next}
        asks={asks}
        comments={talk.counts}
        undo={
          (plan.viewer.may.edit || undone) && (
            <UndoNotice
              planId={plan.id}
              change={undone}
              formKey={formKey}
              reply={undoing}
              question={
                asked &&
                ((dismiss) => (
                  <EarlierQuestion
                    planId={plan.id}
                    formKey={formKey}
                    earlier={asked}
                    reply={replyTo(reply, 'complete-task', { withEarlier: 'yes' })}
                    onNo={dismiss}
                  />
                ))
              }
            />
          )
        }
        fresh={fresh}
        news={news && <SinceVisit {...{ news, show, links, formKey, reply }} stages={plan.stages} today={plan.today} />}
        people={people && <PeopleNews news={people} formKey={formKey} reply={reply} />}
        show={show}
        celebration={
          won && (
            <Celebration
              {...{ won, win, links, formKey, reply }}
              today={plan.today}
              side={plan.viewer.side}
              vendor={plan.workspace.name}
            />
          )
        }
        firstWin={
          <FirstWinCard
            win={shown.firstWin}
            account={plan.account.name}
            today={plan.today}
            measurements={win.measurements}
            start={win.start}
            resultsAt={links.results}
            recordAt={win.mayConfirm ? links.win : null}
            defineAt={plan.viewer.may.editTerms ? links.defineWin : null}
            folded={isWorkedOn(shown)}
          />
        }
        forecast={
          isPlanOver(plan) ? null : (
            <ForecastOnPlan plan={plan} number={number} forecast={forecast} formKey={formKey} reply={reply} />
          )
        }
        heard={
          (win.heard.length + win.worth.length + win.unconfirmed.length > 0 || replyTo(reply, 'confirm-situation')) && (
            <HeardOnPlan
              {...win}
              {...{ links, formKey, reply }}
              closed={plan.archived || plan.state === 'lost'}
              vendor={plan.workspace.name}
              side={plan.viewer.side}
              today={plan.today}
            />
          )
        }
      />
      {beside && (
        <Suspense>
          <TaskBeside planId={plan.id} taskId={beside} number={number} />
        </Suspense>
      )}
    </>
  )
}
