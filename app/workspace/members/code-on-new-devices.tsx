import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { codeOnNewDevicesWords } from './member-words.ts'

export type CodeOnNewDevicesProps = { idempotencyKey: string; isOn: boolean; reply: FormReply | undefined }

/** Turns the code on new devices on or off: one button that says what it does. Posts `codeOnNewDevices`. */
export function CodeOnNewDevices({ idempotencyKey, isOn, reply }: CodeOnNewDevicesProps) {
  return (
    <>
      <h2>{codeOnNewDevicesWords.title}</h2>
      <Panel>
        <Form
          key={String(isOn)}
          intent="set-code-on-new-devices"
          idempotencyKey={idempotencyKey}
          reply={reply}
          hidden={{ codeOnNewDevices: isOn ? 'no' : 'yes' }}
        >
          <p>{isOn ? codeOnNewDevicesWords.isOn : codeOnNewDevicesWords.isOff}</p>
          <div className="acts">
            <SubmitButton tone="plain">
              {isOn ? codeOnNewDevicesWords.turnOff : codeOnNewDevicesWords.turnOn}
            </SubmitButton>
          </div>
        </Form>
      </Panel>
    </>
  )
}
