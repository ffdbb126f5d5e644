import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { habitOf, settleNumbers } from '#app/runner/settle-numbers.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { addDays } from '#app/schedule/dates.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { postedValue } from '#app/ui/form-reply.ts'
import { quoted } from '#app/ui/name-words.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { confirmFurtherWinInput, furtherWinInput, measurementInput } from '../model.ts'
import { FurtherWins } from './further-wins.tsx'
import { MeasuringPanel, WinLook } from './measuring-panel.tsx'
import { MeasurementList } from './measurement-list.tsx'
import { AskForResultForm, MeasureForm, NotYetForm, RecordLink } from './result-forms.tsx'
import { type ResultsView, getResults } from './results-queries.server.ts'
import {
  winAnswerWords,
  answersTitle,
  askForResultWords,
  measureFormWords,
  measureInUnitWords,
  nextMeasurementWords,
  notYetWords,
  resultsPageWords,
} from './results-words.ts'
import { WinDoubtsNotice } from './win-doubts-notice.tsx'
import { WinTasks } from './win-tasks.tsx'
import { WinChart } from './win-chart.tsx'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(resultsPageWords.title, data?.results.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/results', params['planId'])
  const results = await getResults(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { results, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).results
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'record-measurement': { input: (values) => settleNumbers(measurementInput, values, habitOf(request)), then },
      'remove-measurement': { then },
      'add-further-win': { input: (values) => settleNumbers(furtherWinInput, values, habitOf(request)), then },
      'remove-further-win': { then },
      'confirm-further-win': {
        input: (values) => settleNumbers(confirmFurtherWinInput, values, habitOf(request)),
        then,
      },
      'reopen-further-win': { then },
      'plan-measuring': { then },
      'look-at-win': { then },
      'say-not-yet': { then },
      'ask-for-result': { then },
    },
  )
}

/** What was measured of the first win as chart and table, and what the two sides say to each other before it is confirmed. */
export default function ResultsPage() {
  const { results, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const keyFor = formKeys(formKey)
  const { win, won, today, may, answers } = results
  const charted = won ?? ('open' in win ? null : win)
  return (
    <div className="stack">
      <PageHead
        title={resultsPageWords.title}
        eyebrow={<PageLink to={links.plan}>{results.project}</PageLink>}
        intro={resultsPageWords.intro}
      />
      {charted ? (
        <Panel>
          <blockquote className="quoted">{quoted(charted.statement)}</blockquote>
          <p className="fine">{measureInUnitWords(charted.measure, charted.unit)}</p>
          <WinChart win={charted} measured={pointsOf(results)} start={results.start} today={today} />
          {results.measureOn && <p className="fine">{nextMeasurementWords(results.measureOn, today)}</p>}
          <MeasurementList
            measurements={results.measurements}
            unit={charted.unit}
            today={today}
            keyFor={may.remove ? keyFor : null}
            reply={reply}
          />
          {results.mayLook !== null && (
            <WinLook measuring={results.measuring} mayLook={results.mayLook} {...{ today, keyFor, reply }} />
          )}
          {!won && <WinDoubtsNotice doubts={results.doubts} />}
          {!won && <WinTasks tasks={results.tasks} taskAt={links.taskPage} />}
        </Panel>
      ) : (
        <Empty title={resultsPageWords.title}>{resultsPageWords.notDefined}</Empty>
      )}
      {charted && (
        <MeasuringPanel measuring={results.measuring} mayPlan={results.mayPlan} {...{ today, keyFor, reply }} />
      )}
      {may.measure && charted && (
        <section className="panel no-print" id="measure">
          <h2>{measureFormWords.title}</h2>
          <MeasureForm
            keyFor={keyFor}
            reply={postedValue(reply, 'winId') === undefined ? reply : null}
            unit={charted.unit}
            today={today}
          />
        </section>
      )}
      {may.confirm && (
        <section className="panel no-print" id="not-yet">
          <h2>{notYetWords.title}</h2>
          <RecordLink to={links.win} />
          {may.say && (
            <>
              <h3>{notYetWords.no}</h3>
              <NotYetForm keyFor={keyFor} reply={reply} lead={results.lead} tomorrow={addDays(today, 1)} />
            </>
          )}
        </section>
      )}
      {may.ask && (
        <section className="panel no-print" id="ask">
          <h2>{askForResultWords.title}</h2>
          <Asking {...{ results, keyFor, reply }} />
        </section>
      )}
      <FurtherWins
        wins={results.others}
        may={results.mayOfOthers}
        {...{ lead: results.lead, start: results.start, today, keyFor, reply }}
      />
      {answers.length > 0 && (
        <Panel>
          <h2>{answersTitle}</h2>
          <ul className="answers">
            {answers.map((answer, at) => (
              <li key={at}>{winAnswerWords(answer, today)}</li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

type AskingProps = {
  results: ResultsView
  keyFor: (intent: string) => string
  reply: ReturnType<typeof useActionData<typeof action>>
}

/** The form that asks the champion, or why there is none now. */
function Asking({ results, keyFor, reply }: AskingProps) {
  const { champion, account, confirmers, askAgainOn, today } = results
  if (champion === null) return <p>{askForResultWords.noChampion(account)}</p>
  if (askAgainOn !== null) return <p>{askForResultWords.rests(askAgainOn, today)}</p>
  return <AskForResultForm {...{ keyFor, reply, champion, account, confirmers }} />
}

/** What was measured, and at the end what was confirmed. */
const pointsOf = ({ measurements, won }: Pick<ResultsView, 'measurements' | 'won'>) =>
  won ? [...measurements, { measured: won.measured, on: won.reachedOn ?? won.on }] : measurements
