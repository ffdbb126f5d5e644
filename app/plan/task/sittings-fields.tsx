import { type FormEvent, useContext, useState } from 'react'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { FormContext } from '#app/ui/form-context.ts'
import { type FormReply, oneValue, postedValue } from '#app/ui/form-reply.ts'
import { capital } from '#app/ui/name-words.ts'
import { type TypedSittings, sittingRuleOf, typedFromJson, typedOf, typedSittings } from './sitting-form.ts'
import { type SittingRule, datesOf } from '../sittings/sittings.ts'
import { monthNames, nextDatesWords, nthNames, sittingWords, weekdayNames } from '../sittings/sitting-words.ts'
import { DateFields, PickField, TickFields, SittingField } from './sittings-controls.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { sittingsWords } from './task-form-words.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { sittingsFieldsWords } from './sittings-fields-words.ts'

export type SittingsFieldsProps = { rule: SittingRule | null; today: IsoDate }

const kinds = [
  { value: '', text: sittingsFieldsWords.anyDay },
  { value: 'week', text: sittingsFieldsWords.week },
  { value: 'month', text: sittingsFieldsWords.month },
  { value: 'monthday', text: sittingsFieldsWords.monthday },
  { value: 'dates', text: sittingsFieldsWords.dates },
]
const numbered = (names: readonly string[]) => names.map((text, at) => ({ value: String(at + 1), text }))
const weekdays = numbered(weekdayNames)
const nths = ([1, 2, 3, 4, -1] as const).map((nth) => ({ value: String(nth), text: nthNames[nth] }))

/** What stands in the fields: as it was posted last, else as it is stored. */
function typedNow(reply: FormReply | null, rule: SittingRule | null): TypedSittings {
  const whole = postedValue(reply, 'sittings')
  if (whole !== undefined) return typedFromJson(oneValue(whole, ''))
  if (postedValue(reply, 'sittings.every') === undefined) return typedOf(rule)
  return typedSittings((name) => [postedValue(reply, `sittings.${name}`) ?? []].flat())
}

/** The rule in words, and its next three days; reads two years ahead. */
function wordsOf(typed: TypedSittings, today: IsoDate): { words: string; next: string } | null {
  const rule = sittingRuleOf(typed)
  if (!rule) return null
  const next = datesOf(rule, today, addDays(today, 730), 3)
  return {
    words: capital(sittingWords(rule)),
    next: nextDatesWords(next, today),
  }
}

/**
 * The days on which a task can be finished, typed in words and shown as dates. Posts `sittings.every` (empty: any day) and with it
 * `.name`, `.weekdays`, `.weeks`, `.from`, `.nth`, `.weekday`, `.day`, `.dates`, `.notIn`, `.notOn`. Folded unless there is one.
 */
export function SittingsFields({ rule, today }: SittingsFieldsProps) {
  const { reply } = useContext(FormContext)
  const typed = typedNow(reply, rule)
  const [live, setLive] = useState<TypedSittings | null>(null)
  const faults = reply?.status === 'invalid' ? reply.faults : []
  const fault = faults.find(({ field }) => field === 'sittings')?.message
  const isFaulty = faults.some(({ field }) => field === 'sittings' || field.startsWith('sittings.'))
  const onChange = ({ currentTarget }: FormEvent<HTMLDetailsElement>) => {
    const form = currentTarget.closest('form')
    const values = form && new FormData(form)
    if (values) setLive(typedSittings((name) => values.getAll(`sittings.${name}`).map(String)))
  }
  const shown = wordsOf(live ?? typed, today)
  return (
    <details
      className={isFaulty ? 'waits sits bad' : 'waits sits'}
      open={typed.every !== '' || isFaulty}
      onChange={onChange}
    >
      <summary>{sittingsFieldsWords.heading}</summary>
      {fault && (
        <p className="err" role="alert" id="sittings-fault">
          {fault}
        </p>
      )}
      <output className="sits-words">
        {shown && <Sentence parts={sittingsWords({ rule: <b>{shown.words}</b>, next: shown.next })} />}
      </output>
      <div className="fields">
        <PickField
          name="every"
          label={sittingsFieldsWords.every}
          options={kinds}
          value={typed.every}
          fault={fault && 'sittings-fault'}
          hint={sittingsFieldsWords.everyHint}
        />
        <SittingField
          name="name"
          label={sittingsFieldsWords.name}
          value={typed.name}
          max={textSizes.listedDays}
          hint={sittingsFieldsWords.nameHint}
        />
        <div className="if-week fields">
          <TickFields name="weekdays" legend={sittingsFieldsWords.week} options={weekdays} ticked={typed.weekdays} />
          <SittingField name="weeks" label={sittingsFieldsWords.weeks} type="number" value={typed.weeks} />
          <SittingField
            name="from"
            label={sittingsFieldsWords.from}
            type="date"
            value={typed.from}
            hint={sittingsFieldsWords.fromHint}
          />
        </div>
        <div className="if-month fields">
          <PickField name="nth" label={sittingsFieldsWords.nth} options={nths} value={typed.nth} />
          <PickField name="weekday" label={sittingsFieldsWords.weekday} options={weekdays} value={typed.weekday} />
        </div>
        <div className="if-monthday fields">
          <SittingField
            name="day"
            label={sittingsFieldsWords.day}
            type="number"
            value={typed.day}
            hint={sittingsFieldsWords.dayHint}
          />
        </div>
        <div className="if-dates fields">
          <DateFields
            name="dates"
            legend={sittingsFieldsWords.theDates}
            values={typed.dates}
            spare={4}
            most={bounds.listedDays}
          />
        </div>
        <div className="if-any fields">
          <TickFields
            name="notIn"
            legend={sittingsFieldsWords.notIn}
            options={numbered(monthNames)}
            ticked={typed.notIn}
          />
          <DateFields
            name="notOn"
            legend={sittingsFieldsWords.notOn}
            values={typed.notOn}
            spare={2}
            most={bounds.leftOutDays}
          />
        </div>
      </div>
    </details>
  )
}
