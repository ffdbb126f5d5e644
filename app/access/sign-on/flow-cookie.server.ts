import { z } from 'zod'
import type { Environment } from '#app/kit/environment.server.ts'
import { seal, unseal } from '#app/kit/sealed.server.ts'

const minute = 60 * 1000
/** How long signing in at the provider may take. */
export const flowLifetime = 10 * minute

const shape = z.object({
  /** Under which it is used up when it comes back. */
  id: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
  /** Milliseconds since 1970. */
  until: z.number(),
})

/** What must come back from the provider as it went there. */
export type Flow = z.infer<typeof shape>

type Settings = Pick<Environment, 'appUrl' | 'linkSecret'>

const nameFor = ({ appUrl }: Settings) => (appUrl.startsWith('https:') ? '__Host-firstwin-sign-on' : 'firstwin-sign-on')

/** Lax, since the provider leads back from another site; sealed, since state, nonce and verifier are nobody's to read or choose. */
const attributes = ({ appUrl }: Settings) =>
  `Path=/; HttpOnly; SameSite=Lax${appUrl.startsWith('https:') ? '; Secure' : ''}`

export const flowCookie = (settings: Settings, workspaceId: string, flow: Flow): string =>
  `${nameFor(settings)}=${seal(settings.linkSecret, 'sign-on cookie', workspaceId, JSON.stringify(flow))}; ${attributes(settings)}; Max-Age=${flowLifetime / 1000}`

export const endFlowCookie = (settings: Settings): string => `${nameFor(settings)}=; ${attributes(settings)}; Max-Age=0`

/** The flow that this browser began for this workspace and that is not over yet. */
export function readFlow(settings: Settings, workspaceId: string, request: Request, now: Date): Flow | undefined {
  const format = new RegExp(`(?:^|;\\s*)${nameFor(settings)}=([\\w.-]{1,4000})(?:;|$)`)
  const [, sealed] = format.exec(request.headers.get('cookie') ?? '') ?? []
  const text = sealed && unseal(settings.linkSecret, 'sign-on cookie', workspaceId, sealed)
  if (!text) return undefined
  const flow = shape.safeParse(JSON.parse(text)).data
  return flow && flow.until > now.getTime() ? flow : undefined
}
