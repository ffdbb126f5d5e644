import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { EarlierTasks } from './earlier-tasks.ts'
import { earlierWords } from './earlier-words.ts'

type EarlierQuestionProps = {
  planId: string
  formKey: string
  earlier: EarlierTasks
  reply?: FormReply | null | undefined
  /** Where script runs, *No* only closes the question. */
  onNo: () => void
}

/** Asks whether the open tasks before one that was checked off are done too. Posts `complete-task`, `taskId`, `withEarlier`, `earlier`. */
export function EarlierQuestion({
  planId,
  formKey,
  earlier: { taskId, open, kept },
  reply,
  onNo,
}: EarlierQuestionProps) {
  const links = planLinks(planId)
  return (
    <div className="earlier">
      {kept.map((own) => (
        <p key={own.company}>{earlierWords.kept(own)}</p>
      ))}
      {open.length > 0 && (
        <Form
          action={links.plan}
          idempotencyKey={`${formKey}:earlier:${taskId}`}
          intent="complete-task"
          hidden={{ taskId, withEarlier: 'yes', earlier: open.map(({ id }) => id) }}
          reply={reply}
        >
          <p>
            <strong>{earlierWords.question(open.length)}</strong>{' '}
            <span>{earlierWords.names(open.map(({ title }) => title))}</span>
          </p>
          <div className="acts">
            <SubmitButton>{earlierWords.yes(open.length)}</SubmitButton>
            <PageLink
              className="btn"
              to={links.onlyThisOne(taskId)}
              discover="none"
              onClick={(event) => {
                event.preventDefault()
                onNo()
              }}
            >
              {earlierWords.no}
            </PageLink>
          </div>
        </Form>
      )}
    </div>
  )
}
