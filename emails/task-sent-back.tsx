import { PlainEmail } from './parts/plain-email.tsx'
import { type TaskSentBackProps, taskSentBackWords } from './words/task-sent-back-words.ts'

export const subject = (props: TaskSentBackProps): string => taskSentBackWords(props).subject

/** Tells the person in charge that a task is open again, and why. */
export const TaskSentBack = (props: TaskSentBackProps) => (
  <PlainEmail words={taskSentBackWords(props)} from={props.workspace} link={props.link} />
)
