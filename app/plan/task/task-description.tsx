/** What is to be done, as `markdownAsHtml` made it. */
export const TaskDescription = ({ html }: { html: string }) => (
  <section
    className="task-description"
    aria-label="Description"
    dir="auto"
    dangerouslySetInnerHTML={{ __html: html }}
  />
)
