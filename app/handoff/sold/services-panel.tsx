import type { FormReply } from '#app/ui/form-reply.ts'
import { oneValue, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { numberText } from '#app/kit/read-number.ts'
import type { Service } from './service-state.ts'
import type { ServiceUnit } from '../service-units.ts'
import {
  serviceFactsWords,
  serviceLabels,
  serviceName,
  serviceUnitOptions,
  serviceWarning,
  serviceWords,
} from './service-words.ts'

export type ServicesPanelProps = {
  services: readonly Service[]
  mayChange: boolean
  keyFor: KeyFor
  reply?: FormReply | null | undefined
}

/** Service days and budgets: paid, planned and used as bars of one scale, with a warning before they run out. */
export function ServicesPanel({ services, mayChange, keyFor, reply }: ServicesPanelProps) {
  const free = serviceUnitOptions.filter(({ value }) => services.every(({ unit }) => unit !== value))
  const settled = replyTo(reply, 'set-service')
  const ofUnit = oneValue(postedValue(settled, 'unit'), '')
  const isAdding = settled?.status === 'invalid' && free.some(({ value }) => value === ofUnit)
  if (services.length === 0 && !mayChange) return null
  return (
    <section className="panel services" id="services">
      <h2>{serviceWords.title}</h2>
      {services.length === 0 && <p className="fine">{serviceWords.none}</p>}
      {services.map((service) => {
        const warning = serviceWarning(service)
        return (
          <article key={service.unit} aria-label={serviceName(service.unit)}>
            <h3>{serviceName(service.unit)}</h3>
            <ServiceBars service={service} />
            <p className="fine">{serviceFactsWords(service)}</p>
            {warning !== null && <Notice tone="must">{warning}</Notice>}
            {mayChange && (
              <AmountsForm
                summary={serviceWords.change}
                {...{ service, keyFor }}
                unit={service.unit}
                reply={ofUnit === service.unit ? settled : null}
              />
            )}
          </article>
        )
      })}
      {mayChange && free.length > 0 && (
        <AmountsForm summary={serviceWords.add} units={free} keyFor={keyFor} reply={isAdding ? settled : null} />
      )}
    </section>
  )
}

/** The text beside it says the same. */
function ServiceBars({ service: { paid, planned, used } }: { service: Service }) {
  const most = Math.max(paid, planned, used, 1)
  const share = (amount: number) => (100 * amount) / most
  return (
    <svg className="service-bars" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      <rect className={used > paid ? 'over' : 'used'} y="2" width={share(used)} height="8" />
      <rect className="planned" y="14" width={share(planned)} height="8" />
      <line x1={share(paid)} x2={share(paid)} y2="24" />
    </svg>
  )
}

type AmountsFormProps = {
  summary: string
  service?: Service
  unit?: ServiceUnit
  units?: typeof serviceUnitOptions
  keyFor: KeyFor
  reply: FormReply | null | undefined
}

function AmountsForm({ summary, service, unit, units, keyFor, reply }: AmountsFormProps) {
  const amounts = (['paid', 'planned', 'used'] as const).map((name) => ({ name, value: service?.[name] ?? 0 }))
  const seen = Object.fromEntries(amounts.map(({ name, value }) => [name, numberText(value)]))
  return (
    <details className="no-print" open={reply?.status === 'invalid'}>
      <summary className="btn quiet">{summary}</summary>
      <Form
        intent="set-service"
        idempotencyKey={keyFor('set-service', unit ?? 'new')}
        reply={reply}
        {...(service && { seen })}
        {...(unit && { hidden: { unit } })}
      >
        <div className="fields">
          {units && <SelectField name="unit" label={serviceWords.unit} options={units} value={units[0]?.value ?? ''} />}
          {amounts.map(({ name, value }) => (
            <NumberField
              key={name}
              name={name}
              label={serviceLabels[name]}
              width="half"
              decimals
              value={value}
              unit={unit === 'days' ? 'days' : undefined}
            />
          ))}
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{serviceWords.save}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
