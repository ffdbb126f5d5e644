import { P } from './layout.tsx'
import { possessive } from './words.ts'

/** What holds for somebody who waits for the champion's acceptance; for several people where no name is given. */
export const Waits = ({ vendor, name }: { vendor: string; name: string | null }) => (
  <P>
    Until you accept {name ?? 'them'} on the plan, {name ? possessive(name) : 'their'} view leaves out what your side
    keeps private. Accept only people of your own company, never somebody of {vendor}.
  </P>
)
