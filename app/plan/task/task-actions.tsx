import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { sendBackHint, taskActionsWords } from './task-actions-words.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'

type ActionProps = { taskId: string; formKey: string; reply?: FormReply | null | undefined; action?: string }

/** Sends a task back to the person who did it, with a reason. Posts `send-back-task`, `taskId`, `reason`. */
export function SendBackForm({ taskId, formKey, reply, action, doneBy }: ActionProps & { doneBy: string | null }) {
  return (
    <details className="panel fold-panel no-print">
      <summary>
        <h2>{taskActionsWords.sendBack}</h2>
      </summary>
      <Form
        idempotencyKey={`${formKey}:send-back-task:${taskId}`}
        intent="send-back-task"
        hidden={{ taskId }}
        reply={replyTo(reply, 'send-back-task')}
        action={action}
      >
        <div className="fields">
          <TextArea
            name="reason"
            label={taskActionsWords.reason}
            rows={2}
            maxLength={textSizes.sentence}
            hint={sendBackHint(doneBy)}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{taskActionsWords.sendBack}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}

/** Checks a task off on an earlier day. Posts `complete-task`, `taskId`, `doneOn`. */
export function DoneOnForm({ taskId, formKey, reply, action, today }: ActionProps & { today: string }) {
  return (
    <details className="panel fold-panel no-print">
      <summary>
        <h2>{taskActionsWords.doneOnHeading}</h2>
      </summary>
      <Form
        idempotencyKey={`${formKey}:complete-task-on:${taskId}`}
        intent="complete-task"
        hidden={{ taskId }}
        reply={replyTo(reply, 'complete-task')}
        action={action}
      >
        <div className="fields">
          <DateField name="doneOn" label={taskActionsWords.doneOn} width="half" max={today} value={today} />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{taskActionsWords.saveDoneOn}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}

/** Notes that work has started. Posts `start-task`, `taskId`, `startedOn`. */
export function StartedOnForm({ taskId, formKey, reply, action, today }: ActionProps & { today: string }) {
  return (
    <details className="panel fold-panel no-print">
      <summary>
        <h2>{taskActionsWords.startedOnHeading}</h2>
      </summary>
      <Form
        idempotencyKey={`${formKey}:start-task:${taskId}`}
        intent="start-task"
        hidden={{ taskId }}
        reply={replyTo(reply, 'start-task')}
        action={action}
      >
        <div className="fields">
          <DateField name="startedOn" label={taskActionsWords.startedOn} width="half" max={today} value={today} />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{taskActionsWords.saveStartedOn}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}

type RemoveTaskProps = ActionProps & {
  /** What would wait for what, in sentences. */
  bridges: readonly string[]
}

/** Takes a task off the plan, after saying how the tasks around it will be connected. Posts `remove-task`, `taskId`. */
export function RemoveTaskForm({ taskId, formKey, reply, action, bridges }: RemoveTaskProps) {
  return (
    <details className="panel fold-panel no-print">
      <summary>
        <h2>{taskActionsWords.remove}</h2>
      </summary>
      <Form
        idempotencyKey={`${formKey}:remove-task:${taskId}`}
        intent="remove-task"
        hidden={{ taskId }}
        reply={replyTo(reply, 'remove-task')}
        action={action}
      >
        {bridges.length > 0 && (
          <>
            <p>{taskActionsWords.bridges}</p>
            <ul>
              {bridges.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
        <p className="soft">{taskActionsWords.removeHint}</p>
        <div className="acts">
          <SubmitButton tone="plain">{taskActionsWords.removeThis}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
