import { PlainEmail } from './parts/plain-email.tsx'
import { type TaskRemovedProps, taskRemovedWords } from './words/task-removed-words.ts'

export const subject = (props: TaskRemovedProps): string => taskRemovedWords(props).subject

/** Tells the one who leads the plan on one side that the other took a task back to itself. */
export const TaskRemoved = (props: TaskRemovedProps) => (
  <PlainEmail words={taskRemovedWords(props)} from={props.workspace} link={props.link} />
)
