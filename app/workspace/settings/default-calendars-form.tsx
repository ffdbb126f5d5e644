import { RegionField, RegionList, type RegionOption, nameOfRegion } from '#app/plan/calendar/region-field.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { SettingsView } from '../workspace-queries.server.ts'

type Props = {
  calendars: SettingsView['calendars']
  regions: readonly RegionOption[]
  idempotencyKey: string
  reply: FormReply | null | undefined
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const sides = [
  { side: 'vendor', days: 'You work on', holidays: 'Your public holidays' },
  { side: 'customer', days: 'A new customer works on', holidays: 'Public holidays of a new customer' },
] as const

const dayWords = (value: string) =>
  weekdays.filter((_day, index) => value.includes(String(index + 1))).join(', ') || 'no day'

/** When both sides of a new plan work, unless the customer has a plan already, whose calendar is taken then. */
export function DefaultCalendarsForm({ calendars, regions, idempotencyKey, reply }: Props) {
  return (
    <Panel>
      <h2>Calendars of new plans</h2>
      <p>If the customer already has a plan, its calendar is used instead. Existing plans do not change.</p>
      <Form
        idempotencyKey={idempotencyKey}
        intent="set-default-calendars"
        className="after-fields"
        reply={replyTo(reply, 'set-default-calendars')}
        seen={{
          vendorWorkweek: calendars.vendor.workweek,
          vendorRegion: calendars.vendor.region,
          customerWorkweek: calendars.customer.workweek,
          customerRegion: calendars.customer.region,
        }}
        show={(field, value) => (field.endsWith('Workweek') ? dayWords(value) : nameOfRegion(regions, value))}
      >
        <RegionList regions={regions} />
        <div className="fields">
          {sides.map(({ side, days, holidays }) => (
            <div key={side} className="half">
              <CheckGroup
                name={`${side}Workweek`}
                legend={days}
                options={weekdays.map((label, index) => ({
                  value: String(index + 1),
                  label,
                  checked: calendars[side].workweek.includes(String(index + 1)),
                }))}
              />
              <RegionField name={`${side}Region`} label={holidays} code={calendars[side].region} regions={regions} />
            </div>
          ))}
        </div>
        <div className="acts">
          <SubmitButton tone="plain">Save calendars</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
