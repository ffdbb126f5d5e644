import { inWorkspace } from '#db/workspace.ts'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { action as pressContinue, loader as openPage } from '#app/access/emailed-links/answer-emailed-link.page.tsx'
import { sendSignInLinks, signInJob } from '#app/access/sign-in/send-sign-in-links.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { action as askForLink } from '#app/access/sign-in/sign-in.page.tsx'
import type { RateLimits } from '#app/kit/rate-limits.ts'
import type { LinkKind } from '#app/outbox/link-lifetimes.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { testDatabase } from '#tests/harness/database.ts'
import { loadContext } from './load-context.ts'
import { testParts } from './parts.ts'
import { makePlan } from './workspace.ts'

export type Answer = {
  status: number
  location: string | null
  cookies: string[]
  headers: Headers
  body: unknown
}

/** What a loader or action answers, returned or thrown. */
export async function answerOf(call: () => Promise<unknown>): Promise<Answer> {
  const got: unknown = await call().catch((thrown: unknown) => thrown)
  if (got instanceof Response)
    return {
      status: got.status,
      location: got.headers.get('location'),
      cookies: got.headers.getSetCookie().map((it) => it.split(';')[0] ?? ''),
      headers: got.headers,
      body: null,
    }
  if (got instanceof Error) throw got
  const isData = typeof got === 'object' && got !== null && 'init' in got && 'data' in got
  const { data, init } = (isData ? got : { data: got, init: null }) as { data: unknown; init: ResponseInit | null }
  return {
    status: init?.status ?? 200,
    location: null,
    cookies: [],
    headers: new Headers(init?.headers),
    body: data,
  }
}

export type Person = { memberId: string } | { participantId: string }

/** A plan and every way to sign in to it: links issued, opened and used; addresses entered; jobs run. */
export async function makePlanWithSignIn({ limits, hearing }: { limits?: RateLimits; hearing?: boolean } = {}) {
  const { db, appUrl, listenUrl } = await testDatabase()
  const parts = await testParts(db, appUrl, { ...(limits ? { limits } : {}), ...(hearing ? { listenUrl } : {}) })
  const plan = await makePlan(db)
  const { workspaceId } = plan
  const context = loadContext(parts, { network: '203.0.113.9' })
  const args = (url: string, init: RequestInit = {}) => {
    const at = new URL(url, parts.environment.appUrl)
    const token = at.pathname.split('/').at(-1) ?? ''
    return { request: new Request(at, init), params: { token, planId: plan.planId }, context }
  }
  const posted = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    args(url, { method: 'POST', body: new URLSearchParams(fields), headers })
  const linkFor = (kind: LinkKind, person: Person, planId: string | null) =>
    inWorkspace(db, workspaceId, async (trx) => {
      const tokenId = await issueLink(
        parts.environment,
        trx,
        workspaceId,
        { kind, planId, ...person },
        parts.clock.now(),
      )
      return linkUrl(parts.environment, { workspaceId, tokenId })
    })
  const open = (url: string, { cookie = '', method = 'GET' } = {}) =>
    answerOf(() => openPage(args(url, { method, headers: { cookie } })))
  const press = (url: string, { cookie = '', intent = 'continue', agent = 'test' } = {}) =>
    answerOf(() => pressContinue(posted(url, { intent }, { cookie, 'user-agent': agent })))
  const ask = (fields: Record<string, string>) => answerOf(() => askForLink(posted('/sign-in', fields)))
  /** Runs the queued jobs. @returns how many there were */
  const work = async () => {
    const jobs = await parts.boss.fetch('send-sign-in', { batchSize: 20 })
    for (const job of jobs) {
      await sendSignInLinks(parts, signInJob.parse(job.data))
      await parts.boss.complete('send-sign-in', job.id)
    }
    return jobs.length
  }
  const within = <Result>(work: Parameters<typeof inWorkspace<Result>>[2]) => inWorkspace(db, workspaceId, work)
  /** Every notice to an address, oldest first, with the link of its own. */
  const mailTo = (address: string) =>
    within(async (trx) => {
      const notices = await trx
        .selectFrom('notice')
        .leftJoin('linkToken', (join) =>
          join
            .onRef('linkToken.workspaceId', '=', 'notice.workspaceId')
            .onRef('linkToken.id', '=', 'notice.linkTokenId'),
        )
        .select([
          'notice.id',
          'notice.kind',
          'notice.facts',
          'notice.path',
          'linkToken.kind as linkKind',
          'linkTokenId',
        ])
        .where('toAddress', '=', address)
        .orderBy('notice.createdAt')
        .execute()
      return notices.map(({ linkTokenId, ...notice }) => ({
        ...notice,
        link: linkTokenId
          ? `${linkUrl(parts.environment, { workspaceId, tokenId: linkTokenId })}${notice.path ? `?next=${encodeURIComponent(notice.path)}` : ''}`
          : '',
      }))
    })
  /** Marks the email of a requested link as sent. */
  const mailHasLeft = () => within((trx) => trx.updateTable('notice').set({ state: 'sent' }).execute())
  const addressOf = (participantId: string) =>
    within(async (trx) => {
      const { email } = await trx
        .selectFrom('participant')
        .select('email')
        .where('id', '=', participantId)
        .executeTakeFirstOrThrow()
      await addAddressToDirectory(trx, workspaceId, email)
      return email
    })
  const viewerOf = (cookie: string | undefined) =>
    findViewer(parts, new Request(parts.environment.appUrl, { headers: { cookie: cookie ?? '' } }))
  const securityKinds = () =>
    within(async (trx) =>
      (await trx.selectFrom('securityEvent').select('kind').orderBy('at').execute()).map((it) => it.kind),
    )
  return {
    ...{ db, parts, plan, workspaceId, context, args, posted, within },
    ...{ linkFor, open, press, ask, work, mailTo, mailHasLeft, addressOf, viewerOf, securityKinds },
  }
}
