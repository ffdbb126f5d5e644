import type { listen } from './client.ts'

/** What an event stream told last about who else has the plan open, as it was written; nothing so far is an empty text. */
export const lastPresent = (stream: ReturnType<typeof listen>): string =>
  [...stream.heard().matchAll(/^event: present\ndata: (.*)$/gm)].at(-1)?.[1] ?? ''
