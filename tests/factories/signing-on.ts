import { inWorkspace } from '#db/workspace.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { loader as comeBack } from '#app/access/sign-on/sign-on-callback.page.tsx'
import { action as pressContinue, loader as ask } from '#app/access/sign-on/continue-sign-on.page.tsx'
import { action as start } from '#app/access/sign-on/start-sign-on.page.tsx'
import { seal } from '#app/kit/sealed.server.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { loadContext } from './load-context.ts'
import { type LocalProvider, signInThere, startIdentityProvider } from './identity-provider.ts'
import { testParts } from './parts.ts'
import { makePlan } from './workspace.ts'

export const site = 'http://localhost:3000'

type Client = Pick<LocalProvider, 'issuer' | 'clientId' | 'clientSecret'>
export type SignOnAnswer = {
  status: number
  location: string
  cookies: string[]
  why: string | undefined
  page?: unknown
}

/** Cookies as a browser sends them. */
export const bare = (cookies: string[]) => cookies.map((it) => it.split(';')[0]).join('; ')

/** A workspace whose members sign in by a real provider on the loopback, and the functions to sign in. */
export async function signingOn() {
  const { db, appUrl } = await testDatabase()
  const made = await testParts(db, appUrl)
  const parts = { ...made, environment: { ...made.environment, outgoingAllow: ['127.0.0.1'] } }
  const plan = await makePlan(db)
  const { workspaceId } = plan
  const callbackUrl = `${site}/sso/${workspaceId}/callback`
  const provider = await startIdentityProvider({ callbackUrl })

  const within = <Result>(work: (trx: WorkspaceTransaction) => Promise<Result>) => inWorkspace(db, workspaceId, work)

  const keep = ({ issuer, clientId, clientSecret }: Client) =>
    within(async (trx) => {
      const sealed = seal(parts.environment, 'client secret', workspaceId, clientSecret)
      const values = { issuer, clientId, clientSecret: sealed, changedAt: parts.clock.now() }
      await trx
        .insertInto('identityProvider')
        .values({ workspaceId, ...values })
        .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet(values))
        .execute()
    })
  await keep(provider)

  const addressOf = (memberId: string) =>
    within(async (trx) => {
      const { email } = await trx
        .selectFrom('member')
        .select('email')
        .where('id', '=', memberId)
        .executeTakeFirstOrThrow()
      return email
    })

  async function answer(
    load: typeof start | typeof comeBack | typeof ask,
    url: string,
    { cookie = '', as = workspaceId, method = 'GET' } = {},
  ): Promise<SignOnAnswer> {
    const args = {
      request: new Request(url, {
        method,
        headers: { cookie, 'user-agent': 'Test' },
        ...(method === 'POST' && {
          body: new URLSearchParams({ intent: load === start ? 'start-sign-on' : 'continue' }),
        }),
      }),
      params: { workspaceId: as },
      context: loadContext(parts),
    }
    const got: unknown = await load(args).catch((thrown: unknown) => thrown)
    if (got instanceof Response)
      return {
        status: got.status,
        location: got.headers.get('location') ?? '',
        cookies: got.headers.getSetCookie(),
        why: undefined,
      }
    if (got instanceof Error) throw got
    const { data, init } = got as { data: { why?: string }; init: { status?: number; headers?: HeadersInit } | null }
    const headers = new Headers(init?.headers)
    const location = /url=(.*)/.exec(headers.get('refresh') ?? '')?.[1] ?? ''
    return { status: init?.status ?? 200, location, cookies: headers.getSetCookie(), why: data.why, page: data }
  }

  const begin = async (query = '', as = workspaceId) => {
    const begun = await answer(start, `${site}/sso/${as}/start${query}`, { as, method: 'POST' })
    return { ...begun, cookie: bare(begun.cookies) }
  }
  const end = (url: string, options: { cookie?: string; as?: string }) => answer(comeBack, url, options)

  const continueUrl = `${site}/sso/${workspaceId}/continue`
  /** The page that asks whether to continue as the member, and its post. */
  const askedAs = (cookie: string) => answer(ask, continueUrl, { cookie })
  const continueAs = (cookie: string) => answer(pressContinue, continueUrl, { cookie, method: 'POST' })

  /** The whole sign-in: start here, sign in at the provider, return. */
  async function walk(login: string, { query = '', choice = 'in' as 'in' | 'stop' } = {}) {
    const { location, cookie } = await begin(query)
    const back = await signInThere(location, login, choice)
    return { back, cookie, ...(await end(back, { cookie })) }
  }

  const events = () =>
    within((trx) => trx.selectFrom('securityEvent').select(['id', 'kind', 'personName', 'detail']).execute())

  return {
    parts,
    plan,
    provider,
    callbackUrl,
    address: await addressOf(plan.lead.id),
    within,
    keep,
    addressOf,
    begin,
    end,
    walk,
    askedAs,
    continueAs,
    /** The security log entries that a function added. */
    async newEvents(work: () => Promise<unknown>) {
      const before = new Set((await events()).map(({ id }) => id))
      await work()
      return (await events()).filter(({ id }) => !before.has(id))
    },
    viewerIn: (cookies: string[]) => findViewer(parts, new Request(site, { headers: { cookie: bare(cookies) } })),
  }
}

export type SigningOn = Awaited<ReturnType<typeof signingOn>>
