import { labels } from '#app/kit/label-words.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { type ServiceUnit, serviceUnits } from '../service-units.ts'
import { type Service, serviceState } from './service-state.ts'

export const serviceWords = {
  title: 'Service days and budget',
  none: 'No service days or budget are noted.',
  unit: 'Counted in',
  add: 'Add service days or a budget',
  change: 'Change',
  save: 'Save amounts',
}

export const serviceLabels = { paid: labels.paid, planned: labels.planned, used: labels.used }

/** What a service is called. */
export const serviceName = (unit: ServiceUnit): string => (unit === 'days' ? 'Service days' : `Budget in ${unit}`)

export const serviceUnitOptions = serviceUnits.map((value) => ({ value, text: serviceName(value) }))

/** "12 days", "EUR 12,000". */
const serviceAmount = (it: number, unit: ServiceUnit): string =>
  unit === 'days' ? withUnit(it, unit) : `${unit} ${amount(it)}`

/** "Paid: 20 days · Planned: 18 days · Used: 5 days". */
export const serviceFactsWords = ({ unit, paid, planned, used }: Service): string =>
  factsWords([
    `${labels.paid}: ${serviceAmount(paid, unit)}`,
    `${labels.planned}: ${serviceAmount(planned, unit)}`,
    `${labels.used}: ${serviceAmount(used, unit)}`,
  ])

/** What to look out for; null while all is well. */
export function serviceWarning(service: Service): string | null {
  const { unit, paid, planned, used } = service
  const said: Record<NonNullable<ReturnType<typeof serviceState>>, string> = {
    'used up': used > paid ? `${serviceAmount(used - paid, unit)} more than paid for.` : 'Everything paid for is used.',
    'nearly used up': `Only ${serviceAmount(paid - used, unit)} left.`,
    'not enough': `${serviceAmount(planned - paid, unit)} more planned than paid for.`,
  }
  const state = serviceState(service)
  return state && said[state]
}
