import type { ReactNode } from 'react'
import { planLinks } from '#app/kit/paths.ts'
import { ActivityList } from '../activity/activity-list.tsx'
import { askWords } from '../view/plan-words.ts'
import { ownCompany } from '../view/private-part.tsx'
import { LinkedTasks } from './linked-tasks.tsx'
import { TaskDescription } from './task-description.tsx'
import { TaskFacts } from './task-facts.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ShownTask } from './shown-task.ts'
import { lacksResult } from '../core/task-result.ts'
import { taskResultWords } from './task-result-words.ts'
import { taskDetailWords } from './task-detail-words.ts'
import { type PromiseReply, TaskPromiseSection } from './task-promise-section.tsx'

/** What can be done about a task from where it is read. */
export function TaskActions({ shown: { task, planId, viewer, conversation } }: { shown: ShownTask }) {
  const links = planLinks(planId)
  return (
    <span className="acts">
      {task.privateTo === null && conversation.mayWrite && (
        <ButtonLink to={links.ask(task.id)}>{askWords[viewer.side]}</ButtonLink>
      )}
      {lacksResult(task) && <ButtonLink to={links.result(task.id)}>{taskResultWords.give}</ButtonLink>}
      {viewer.may.edit && <ButtonLink to={links.editTask(task.id)}>{taskDetailWords.edit}</ButtonLink>}
    </span>
  )
}

type TaskDetailProps = {
  shown: ShownTask
  /** What the last post of its page was answered. */
  reply?: PromiseReply | null | undefined
  /** Its files, and what was written about it. */
  talk: ReactNode
}

/** All there is to read of a task below its title, on its page and beside the plan alike. */
export function TaskDetail({ shown, reply, talk }: TaskDetailProps) {
  const links = planLinks(shown.planId)
  const company = ownCompany(shown)
  return (
    <>
      <Panel>
        <TaskFacts page={shown} />
        {shown.description && <TaskDescription html={shown.description} />}
      </Panel>
      <TaskPromiseSection shown={shown} reply={reply} />
      {talk}
      <LinkedTasks
        title={taskDetailWords.dependsOn}
        none={taskDetailWords.noDependencies}
        tasks={shown.waitsFor}
        links={links}
        company={company}
      />
      <LinkedTasks
        title={taskDetailWords.requiredFor}
        none={taskDetailWords.notRequired}
        tasks={shown.waitedForBy}
        links={links}
        company={company}
      />
      <section>
        <h2>{taskDetailWords.activity}</h2>
        <ActivityList entries={shown.entries} links={links} company={company} />
      </section>
    </>
  )
}
