import { lazyPart } from '#app/ui/lazy-part.tsx'
import { usePresent } from './present.ts'

const HereNowList = lazyPart('here-now', async () => (await import('./here-now-list.tsx')).HereNowList)
const EditingMarks = lazyPart('editing-marks', async () => (await import('./editing-marks.tsx')).EditingMarks)

/** Who else has the plan open, and marks in the rows that they edit, once someone is there; without script no one is shown. */
export function HereNow() {
  const { people, more } = usePresent()
  return (
    <>
      {people.length > 0 && <HereNowList people={people} more={more} />}
      <EditedNow />
    </>
  )
}

/** The marks alone, wherever an element with the id of a task's row stands on the page. */
export function EditedNow() {
  const { edits } = usePresent()
  return edits.length > 0 && <EditingMarks edits={edits} />
}
