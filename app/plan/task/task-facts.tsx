import type { ReactNode } from 'react'
import { MarkedName } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { capital } from '#app/ui/name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { type Fact, FactList } from '../outline/fact-list.tsx'
import { noOwnerWords } from '../view/plan-words.ts'
import { type TaskField, definitionOf, taskFieldLabels, taskFieldNames } from '../core/task-fields.ts'
import { stageNames } from '../core/stage-name-words.ts'
import { sideWords } from '../core/side-words.ts'
import { promiseFact } from '../core/promise-words.ts'
import { resultLabels, resultStatusWords } from '../core/result-words.ts'
import { taskLabels } from '../core/task-words.ts'
import { taskDatesWords } from './task-dates-words.ts'
import type { TaskPageView } from './get-task-page.server.ts'
import { doneOnWords } from './task-form-words.ts'
import { milestoneOfTask, sentBackFact, sittingsOfTask, taskFactsWords } from './task-detail-words.ts'
import { taskUrgency } from '../view/task-urgency.ts'

/** What is known of a task, as its form and its row call it. */
export const TaskFacts = ({ page }: { page: TaskPageView }) => <FactList facts={factsOf(page)} />

function factsOf({ task, today, workspace, account, stage, milestone }: TaskPageView): Fact[] {
  const day = (date: string) => longDate(date, today)
  const isDone = task.doneOn !== null
  const factOf = (field: TaskField): string => {
    const value = task[field]
    if (value === null) return ''
    if (definitionOf(field).kind === 'side') return sideWords({ workspace, account }, task.side)
    return definitionOf(field).kind === 'date' ? day(String(value)) : String(value)
  }
  // The title is the page's heading.
  const fieldFacts = taskFieldNames
    .filter((field) => field !== 'title')
    .map((field): [string, ReactNode] => [taskFieldLabels[field], factOf(field)])
  const facts: [string, ReactNode, boolean?][] = [
    [
      taskFactsWords.status,
      task.doneOn ? doneOnWords(day(task.doneOn)) : task.startedOn ? taskFactsWords.started : taskFactsWords.open,
    ],
    [
      taskLabels.owner,
      task.owner ? (
        <MarkedName side={task.side} open={task.owner.kind === 'placeholder'}>
          <Name>{task.owner.name}</Name>
        </MarkedName>
      ) : (
        noOwnerWords
      ),
    ],
    ...fieldFacts,
    [taskFactsWords.milestone, milestoneOfTask(milestone, stageNames[stage])],
    [taskFactsWords.dates, taskDatesWords(task, today)],
    [taskFactsWords.latestStart, day(task.lateStart), task.status !== 'open'],
    [taskFactsWords.buffer, capital(taskUrgency(task, today).text), isDone],
    [taskLabels.sittings, task.sittings && sittingsOfTask(task.sittings.words, task.sittings.name)],
    [taskLabels.promisedOn, task.promisedOn && promiseFact({ promisedOn: task.promisedOn, today })],
    [resultLabels.result, task.result && resultStatusWords(task.result)],
    [taskFactsWords.sentBack, task.sentBack && sentBackFact(task.sentBack)],
  ]
  return facts.flatMap(([label, said, isLeftOut]) => (said && !isLeftOut ? [[label, said]] : []))
}
