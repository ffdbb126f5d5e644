import { PlainEmail } from './parts/plain-email.tsx'
import { type TaskRemovedProps, taskRemovedWords } from './words/task-removed-words.ts'

export const subject = (props: TaskRemovedProps): string => taskRemovedWords(props).subject

/** Tells the lead of the plan on one side that the other side made a task private. */
export const TaskRemoved = (props: TaskRemovedProps) => (
  <PlainEmail words={taskRemovedWords(props)} from={props.workspace} link={props.link} />
)
