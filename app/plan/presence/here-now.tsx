import { lazyPart } from '#app/ui/lazy-part.tsx'
import { usePresent } from './present.ts'

const HereNowList = lazyPart('here-now', async () => (await import('./here-now-list.tsx')).HereNowList)
const EditingMarks = lazyPart('editing-marks', async () => (await import('./editing-marks.tsx')).EditingMarks)

/** Who else has the plan open, and marks in the rows that they edit, once someone is there; without script no one is shown. */
export function HereNow() {
  const { people, more, edits } = usePresent()
  return (
    <>
      {people.length > 0 && <HereNowList people={people} more={more} />}
      {edits.length > 0 && <EditingMarks edits={edits} />}
    </>
  )
}
