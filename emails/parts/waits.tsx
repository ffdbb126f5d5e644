import { P } from './layout.tsx'
import { possessive } from './words.ts'

/** What holds for somebody whom the champion has still to accept. */
export const Waits = ({ vendor, name }: { vendor: string; name: string }) => (
  <P>
    Until you accept {name} on the plan, {possessive(name)} view leaves out what your side keeps private. Accept only
    people of your own company, never somebody of {vendor}.
  </P>
)
