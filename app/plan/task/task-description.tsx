import { taskLabels } from '../core/task-words.ts'
/** What is to be done, as `markdownAsHtml` made it. */
export const TaskDescription = ({ html }: { html: string }) => (
  <section
    className="task-description"
    aria-label={taskLabels.description}
    dir="auto"
    dangerouslySetInnerHTML={{ __html: html }}
  />
)
