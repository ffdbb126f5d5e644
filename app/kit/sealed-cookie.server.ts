import type { z } from 'zod'
import { cookieHeader, sentCookie } from './cookie-header.ts'
import type { Environment } from './environment.server.ts'
import type { LinkKeys } from './link-keys.ts'
import { type SealPurpose, seal, unseal } from './sealed.server.ts'

type Settings = Pick<Environment, 'appUrl'> & LinkKeys

type Options<Value> = {
  name: string
  purpose: SealPurpose
  schema: z.ZodType<Value>
  /** Milliseconds. */
  lifetime: number
}

/**
 * A cookie that keeps a few values for a short time; no one can read, change or forge them. It can be sent again: what may
 * happen only once is also marked by `markFlowUsed`.
 */
export function sealedCookie<Value extends { until: number }>({ name, purpose, schema, lifetime }: Options<Value>) {
  const set = ({ appUrl }: Settings, value: string, seconds: number) => cookieHeader(appUrl, name, value, seconds)
  return {
    /** @param context where it belongs, such as a workspace's id or a path; it opens nowhere else. @returns a Set-Cookie header */
    write(settings: Settings, context: string, now: Date, value: Omit<Value, 'until'>): string {
      const text = JSON.stringify({ ...value, until: now.getTime() + lifetime })
      return set(settings, seal(settings, purpose, context, text), lifetime / 1000)
    },
    /** @returns a Set-Cookie header that removes it */
    end: (settings: Settings): string => set(settings, '', 0),
    /** Whether the browser sent one, valid or not. */
    isSent: (settings: Settings, request: Pick<Request, 'headers'>): boolean =>
      sentCookie(request, settings.appUrl, name) !== undefined,
    /** The values for this context, unless they have expired. */
    read(settings: Settings, context: string, request: Request, now: Date): Value | undefined {
      const sealed = sentCookie(request, settings.appUrl, name)
      const text = sealed && unseal(settings, purpose, context, sealed)
      const value = text ? schema.safeParse(JSON.parse(text)).data : undefined
      return value && value.until > now.getTime() ? value : undefined
    },
  }
}
