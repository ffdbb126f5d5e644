import { lazyPart } from '#app/ui/lazy-part.tsx'
import { usePresent } from './present.ts'

const HereNowList = lazyPart('here-now', async () => (await import('./here-now-list.tsx')).HereNowList)

/** Who else has the plan open, once someone has; without script no one is shown. */
export function HereNow() {
  const { people, more } = usePresent()
  return people.length > 0 && <HereNowList people={people} more={more} />
}
