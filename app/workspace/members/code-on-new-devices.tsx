import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'

export type CodeOnNewDevicesProps = { idempotencyKey: string; isOn: boolean; reply: FormReply | undefined }

/** Turns the code on new devices on or off: one button that says what it does. Posts `codeOnNewDevices`. */
export function CodeOnNewDevices({ idempotencyKey, isOn, reply }: CodeOnNewDevicesProps) {
  return (
    <>
      <h2>Signing in</h2>
      <Panel>
        <Form
          key={String(isOn)}
          intent="set-code-on-new-devices"
          idempotencyKey={idempotencyKey}
          reply={reply}
          hidden={{ codeOnNewDevices: isOn ? 'no' : 'yes' }}
        >
          <p>
            {isOn
              ? 'When people sign in on a new device, we ask for a six-digit code sent to the same address.'
              : 'Members sign in with a link sent by email. You can also require a six-digit code on new devices, sent to the same address.'}
          </p>
          <div className="acts">
            <SubmitButton tone="plain">
              {isOn ? 'Stop asking for a code on new devices' : 'Ask for a code on new devices'}
            </SubmitButton>
          </div>
        </Form>
      </Panel>
    </>
  )
}
