import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Door } from './doors.tsx'

export type CodeDoorProps = {
  idempotencyKey: string
  workspace: { name: string; logo: string | null }
  reply?: FormReply | null | undefined
}

/** Asks for the six digits that were mailed. Posts `code`. */
export function CodeDoor({ idempotencyKey, workspace, reply }: CodeDoorProps) {
  return (
    <Door
      workspace={workspace}
      title="This device is new"
      text={`${workspace.name} asks for a code the first time. It goes to the address that your link was sent to, and works for ten minutes.`}
    >
      <div className="panel">
        <Form idempotencyKey={idempotencyKey} intent="enter-code" reply={reply}>
          <div className="fields">
            <TextField
              name="code"
              label="Code"
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              hint="Six digits"
            />
          </div>
          <div className="acts">
            <SubmitButton busyText="One moment…">Continue</SubmitButton>
          </div>
        </Form>
      </div>
    </Door>
  )
}
