import type { PageUrl } from '#app/policy/policy.ts'
import type { Form } from './client.ts'
import type { Place } from './places.ts'

/** The page whose form gives a command, and a valid form. */
export type Carrier = { url: PageUrl; form(place: Place): Form }
