import { planLinks } from '#app/kit/paths.ts'
import { textSizes } from '#app/kit/limits.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { resultStatusWords } from '../core/result-words.ts'
import type { TaskResult } from '../core/task-result.ts'
import type { ShownTask } from './shown-task.ts'
import { taskResultWords } from './task-result-words.ts'

type Props = { shown: ShownTask; reply?: FormReply | null | undefined }

/** What a task asks for, and how it is given: a link or sentence here, a file below, an approval by the named person. */
export function TaskResultSection({ shown, reply }: Props) {
  const { task, viewer } = shown
  const { result } = task
  if (!result) return null
  const isOpen = task.doneOn === null && viewer.may.edit
  return (
    <section className="panel no-print" id="result" aria-labelledby="result-title">
      <h2 id="result-title">{taskResultWords.heading}</h2>
      <p dir="auto">{resultStatusWords(result)}</p>
      {isOpen && (result.asks === 'link' || result.asks === 'sentence') && (
        <GiveResultForm shown={shown} result={result} reply={reply} />
      )}
      {isOpen && result.asks === 'file' && result.given === null && (
        <p className="acts">
          <ButtonLink to={planLinks(shown.planId).addFile(task.id)}>{taskResultWords.addFile}</ButtonLink>
        </p>
      )}
      {result.asks === 'approval' && result.given === null && task.doneOn === null && (
        <Approval shown={shown} result={result} reply={reply} />
      )}
    </section>
  )
}

/** Posts `give-result`, `taskId`, `result`. */
const GiveResultForm = ({ shown: { task, formKey }, result, reply }: Props & { result: TaskResult }) => (
  <Form
    idempotencyKey={`${formKey}:give-result:${task.id}`}
    intent="give-result"
    hidden={{ taskId: task.id }}
    reply={replyTo(reply, 'give-result')}
    seen={{ result: result.given ?? '' }}
  >
    <div className="fields">
      <TextArea
        name="result"
        label={result.asks === 'link' ? taskResultWords.link : taskResultWords.sentence}
        rows={2}
        value={result.given ?? ''}
        maxLength={textSizes.sentence}
        hint={taskResultWords.hint}
      />
    </div>
    <div className="acts">
      <SubmitButton>{buttonWords.save}</SubmitButton>
    </div>
  </Form>
)

/** Posts `ask-approval`, or of the approver `answer-approval` with `answer` and `reason`. */
function Approval({ shown: { task, viewer, formKey }, result, reply }: Props & { result: TaskResult }) {
  const { approver, isAsked } = result
  if (!approver) return null
  if (approver.id !== viewer.id)
    return isAsked ? (
      <p>{taskResultWords.asked(approver.name)}</p>
    ) : (
      viewer.may.edit && (
        <Form
          idempotencyKey={`${formKey}:ask-approval:${task.id}`}
          intent="ask-approval"
          hidden={{ taskId: task.id }}
          reply={replyTo(reply, 'ask-approval')}
        >
          <div className="acts">
            <SubmitButton>{taskResultWords.ask(approver.name)}</SubmitButton>
          </div>
        </Form>
      )
    )
  return (
    <>
      <p>{taskResultWords.yours}</p>
      <Form
        idempotencyKey={`${formKey}:answer-approval:approve:${task.id}`}
        intent="answer-approval"
        hidden={{ taskId: task.id, answer: 'approve' }}
        reply={replyTo(reply, 'answer-approval', { answer: 'approve' })}
      >
        <div className="acts">
          <SubmitButton>{taskResultWords.approve}</SubmitButton>
        </div>
      </Form>
      <Form
        idempotencyKey={`${formKey}:answer-approval:back:${task.id}`}
        intent="answer-approval"
        hidden={{ taskId: task.id, answer: 'send-back' }}
        reply={replyTo(reply, 'answer-approval', { answer: 'send-back' })}
      >
        <div className="fields">
          <TextArea name="reason" label={taskResultWords.reason} rows={2} maxLength={textSizes.sentence} />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{taskResultWords.sendBack}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
