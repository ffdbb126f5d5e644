import { P } from './layout.tsx'

/** What holds for somebody who waits for the champion's acceptance; for several people where no name is given. */
export const Waits = ({ vendor, name }: { vendor: string; name: string | null }) => (
  <P>
    Until you accept {name ?? 'them'}, {name ?? 'they'} can’t see your side’s private tasks. Only accept people from
    your own company, never anyone from {vendor}.
  </P>
)
