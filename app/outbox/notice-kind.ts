import { z } from 'zod'

/** One kind of notice, by its name and its facts. */
export const noticeKind = <Kind extends string, Shape extends z.ZodRawShape>(name: Kind, facts: Shape) =>
  z.object({ kind: z.literal(name), facts: z.object(facts) })
