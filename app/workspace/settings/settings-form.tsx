import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { ownAccent } from '#app/ui/accent.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { ColourField, TextArea, TextField } from '#app/ui/text-field.tsx'
import type { SettingsView } from '../workspace-queries.server.ts'
import { accentHint } from './settings-words.ts'

type Props = {
  settings: SettingsView
  timeZones: readonly string[]
  idempotencyKey: string
  reply: FormReply | null | undefined
}

/** How the vendor is named and coloured, and which addresses are its own. */
export function SettingsForm({ settings, timeZones, idempotencyKey, reply }: Props) {
  const { name, timeZone, domains, accent } = settings
  const zones = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones]
  const written = domains.join('\n')
  return (
    <Panel>
      <Form
        idempotencyKey={idempotencyKey}
        intent="change-workspace"
        seen={{ name, timeZone, domains: written, accent: accent ?? ownAccent }}
        reply={replyTo(reply, 'change-workspace')}
        show={(field, value) => (field === 'domains' ? (value.match(/[^\s,"[\]]+/g) ?? []).join(', ') : value)}
      >
        <div className="fields">
          <TextField
            name="name"
            label="Workspace name"
            width="half"
            value={name}
            maxLength={longestName}
            hint="Name customers see on every page and in every email."
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            width="half"
            value={timeZone}
            options={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
            hint="For new plans, unless the customer already has one."
          />
          <TextArea
            name="domains"
            label="Your email domains"
            optional
            rows={2}
            value={written}
            maxLength={textSizes.domains}
            hint="One per line. People with these addresses can’t be invited to a plan as customers."
          />
          <ColourField
            name="accent"
            label="Colour"
            width="half"
            value={accent ?? ownAccent}
            hint={accentHint(ownAccent)}
          />
        </div>
        <div className="acts">
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
