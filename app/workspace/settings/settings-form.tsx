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
import { accentHint, settingsWords } from './settings-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { typedList } from '#app/ui/name-words.ts'

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
        show={(field, value) => (field === 'domains' ? typedList(value.match(/[^\s,"[\]]+/g) ?? []) : value)}
      >
        <div className="fields">
          <TextField
            name="name"
            label={settingsWords.name}
            width="half"
            value={name}
            maxLength={longestName}
            hint={settingsWords.nameHint}
          />
          <SelectField
            name="timeZone"
            label={settingsWords.timeZone}
            width="half"
            value={timeZone}
            options={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
            hint={settingsWords.timeZoneHint}
          />
          <TextArea
            name="domains"
            label={settingsWords.domains}
            optional
            rows={2}
            value={written}
            maxLength={textSizes.domains}
            hint={settingsWords.domainsHint}
          />
          <ColourField
            name="accent"
            label={settingsWords.colour}
            width="half"
            value={accent ?? ownAccent}
            hint={accentHint(ownAccent)}
          />
        </div>
        <div className="acts">
          <SubmitButton>{buttonWords.save}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
