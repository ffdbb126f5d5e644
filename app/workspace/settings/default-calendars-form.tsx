import { RegionField, RegionList, type RegionOption, nameOfRegion } from '#app/plan/calendar/region-field.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { SettingsView } from '../workspace-queries.server.ts'
import { defaultCalendarsWords, workingDaysWords } from './settings-words.ts'
import { weekdayNames } from '#app/plan/sittings/sitting-words.ts'

type Props = {
  calendars: SettingsView['calendars']
  regions: readonly RegionOption[]
  idempotencyKey: string
  reply: FormReply | null | undefined
}

const sides = [
  { side: 'vendor', days: defaultCalendarsWords.vendorDays, holidays: defaultCalendarsWords.vendorHolidays },
  { side: 'customer', days: defaultCalendarsWords.customerDays, holidays: defaultCalendarsWords.customerHolidays },
] as const

const dayWords = (value: string) =>
  workingDaysWords(weekdayNames.filter((_day, index) => value.includes(String(index + 1))))

/** When both sides of a new plan work, unless the customer has a plan already, whose calendar is taken then. */
export function DefaultCalendarsForm({ calendars, regions, idempotencyKey, reply }: Props) {
  return (
    <Panel>
      <h2>{defaultCalendarsWords.title}</h2>
      <p>{defaultCalendarsWords.intro}</p>
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
                options={weekdayNames.map((label, index) => ({
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
          <SubmitButton tone="plain">{defaultCalendarsWords.save}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
