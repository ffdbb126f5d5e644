import { createHmac } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import { inWorkspace } from '#db/workspace.ts'
import { addAddressToDirectory } from '#app/access/core/directory.server.ts'
import { apiKeyText, issueApiKey } from '#app/api/keys/api-key.server.ts'
import { todayIn } from '#app/kit/clock.ts'
import { day } from '#app/kit/durations.ts'
import { newId } from '#app/kit/ids.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { describeReference } from '#app/references/library/describe-reference.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { setAccountProfile } from '#app/workspace/customer/set-account-profile.server.ts'
import { endedPlans } from './sample/ended-plans.ts'
import { halden } from './sample/halden.ts'
import { livePlan } from './sample/live-plan.server.ts'
import { sampleMembers } from './sample/sample-members.ts'
import { runningPlans } from './sample/running-plans.ts'
import {
  type MemberActor,
  type SampleWorkspace,
  type SeededPlan,
  sampleCalendar,
  seedPlan,
} from './sample/seed-plan.server.ts'

export type DemoLinks = { rep: string; buyer: string; marketing: string; apiKey: string }

const name = 'Brightline'
const domain = 'brightline.example'
const timeZone = 'Europe/Berlin'
const region = 'DE-BE'

/**
 * Makes the sample workspace at the first start and finds it again at every other: the same links, the same key. A start that was
 * killed halfway leaves a workspace without its key, which is written last; it is left alone, and the next one is made.
 */
export async function seedDemo(parts: Parts, { baseUrl }: { baseUrl: string }): Promise<DemoLinks> {
  const environment = { ...parts.environment, appUrl: baseUrl }
  for (let attempt = 0; ; attempt++) {
    const workspaceId = derivedId(environment, `workspace ${attempt}`)
    const key = { workspaceId, id: derivedId(environment, 'api key'), secret: derivedSecret(environment, 'api key') }
    const state = await stateOf(parts, workspaceId)
    if (state === 'half made') {
      await parts.db.deleteFrom('directory.address').where('workspaceId', '=', workspaceId).execute()
      continue
    }
    if (state === 'missing') await make(parts, key)
    return { ...(await listLinks(parts, environment, workspaceId)), apiKey: apiKeyText(key) }
  }
}

const derived = ({ linkSecret }: Pick<Environment, 'linkSecret'>, what: string) =>
  createHmac('sha256', linkSecret).update(`demo: ${what}`)

const derivedSecret = (environment: Environment, what: string) => derived(environment, what).digest('base64url')

/** A UUID of version 8 (RFC 9562): its bits are our own. */
function derivedId(environment: Environment, what: string): string {
  const hex = derived(environment, what).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const stateOf = (parts: Parts, workspaceId: string): Promise<'missing' | 'half made' | 'whole'> =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const key = await trx.selectFrom('apiKey').select('id').where('workspaceId', '=', workspaceId).executeTakeFirst()
    if (key) return 'whole'
    const row = await trx
      .selectFrom('workspace')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirst()
    return row ? 'half made' : 'missing'
  })

async function make(parts: Parts, key: { workspaceId: string; id: string; secret: string }) {
  const workspace = await makeWorkspace(parts, key.workspaceId)
  const silent: Parts = { ...parts, boss: withoutSending(parts.boss) }
  const plans = await Promise.all(
    [halden, ...runningPlans, ...endedPlans].map(async (sample) => {
      const plan = await seedPlan(parts, workspace, sample)
      // The latest win is the one whose emails are in the mailbox; the others' were read long ago.
      const isNews = sample.end?.kind === 'won' && Array.isArray(sample.end.reference)
      await livePlan(isNews ? parts : silent, plan)
      return plan
    }),
  )
  const showcase = plans.find(({ sample }) => sample === halden)
  const rep = workspace.members.get('rep')
  const marketing = workspace.members.get('marketing')
  if (!showcase || !rep || !marketing) throw new Error('The sample workspace lacks the people the links are for')
  const news = plans.filter(isNewsOf)
  const yesterday = new Date(parts.clock.now().getTime() - day)
  await describe({ ...silent, clock: { ...parts.clock, now: () => yesterday } }, marketing, news)
  await finish(parts, key, { showcase, rep, marketing, news })
}

const isNewsOf = ({ sample }: SeededPlan) => sample.end?.kind === 'won' && Array.isArray(sample.end.reference)

/** The same queue, but for what the past would send now. */
function withoutSending(boss: PgBoss): PgBoss {
  return new Proxy(boss, {
    get: (target, property) =>
      property === 'send' ? () => Promise.resolve(null) : (Reflect.get(target, property) as unknown),
  })
}

async function makeWorkspace(parts: Parts, workspaceId: string): Promise<SampleWorkspace> {
  const now = parts.clock.now()
  const calendar = await sampleCalendar(parts, region, [], todayIn(timeZone, now))
  const people = sampleMembers.map(({ key, name, jobTitle, roles }) => ({
    key,
    jobTitle,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`,
    actor: { kind: 'member', workspaceId, id: newId(), name, roles } satisfies MemberActor,
  }))
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    await trx
      .insertInto('workspace')
      .values({
        workspaceId,
        name,
        domains: [domain],
        timeZone,
        vendorCalendar: JSON.stringify(calendar),
        customerCalendar: JSON.stringify(calendar),
        createdAt: now,
      })
      .execute()
    for (const { actor, email, jobTitle } of people) {
      const { id, name, roles } = actor
      await trx
        .insertInto('member')
        .values({ workspaceId, id, name, email, jobTitle, roles: [...roles], createdAt: now })
        .execute()
      await addAddressToDirectory(trx, workspaceId, email)
    }
  })
  return { id: workspaceId, name, calendar, members: new Map(people.map(({ key, actor }) => [key, actor])) }
}

type Made = { showcase: SeededPlan; rep: MemberActor; marketing: MemberActor; news: SeededPlan[] }

/** The links, an end to notices of the past, and the key, which says that the whole is there. */
/** Marketing says of the latest win what the library finds it by. */
async function describe(parts: Parts, marketing: MemberActor, news: readonly SeededPlan[]) {
  for (const { planId } of news) {
    const to = { actor: marketing, scopeId: planId }
    await runCommand(parts, setAccountProfile, { ...to, input: { industry: 'Food', region: 'Ontario' } })
    await runCommand(parts, describeReference, {
      ...to,
      input: {
        product: 'Brightline Demand',
        provenCapabilities: 'forecasts for each shop, orders from the tablet',
        companySize: '250 to 1,000 people',
        language: 'English',
      },
    })
  }
}

async function finish(
  parts: Parts,
  key: { workspaceId: string; id: string; secret: string },
  { showcase, rep, marketing, news }: Made,
) {
  const { workspaceId } = key
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const issue = (link: { memberId: string } | { participantId: string }, planId: string | null) =>
      issueLink(parts.environment, trx, workspaceId, { kind: 'demo', planId, ...link }, now)
    await issue({ memberId: rep.id }, null)
    await issue({ memberId: marketing.id }, null)
    await issue({ participantId: showcase.champion.id }, showcase.planId)
    await trx
      .updateTable('notice')
      .set({ state: 'unwanted' })
      .where('workspaceId', '=', workspaceId)
      .where('state', '=', 'waiting')
      .where(
        'planId',
        'not in',
        news.map(({ planId }) => planId),
      )
      .execute()
    await issueApiKey(trx, { ...key, name: 'Demo', memberId: rep.id }, now)
  })
}

async function listLinks(parts: Parts, environment: Environment, workspaceId: string) {
  const links = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('linkToken')
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'linkToken.workspaceId').onRef('member.id', '=', 'linkToken.memberId'),
      )
      .select(['linkToken.id', 'member.roles'])
      .where('linkToken.workspaceId', '=', workspaceId)
      .where('linkToken.kind', '=', 'demo')
      .execute(),
  )
  const urlOf = (is: (roles: string[] | null) => boolean): string => {
    const link = links.find(({ roles }) => is(roles))
    if (!link) throw new Error('A link of the sample workspace is missing')
    return linkUrl(environment, { workspaceId, tokenId: link.id })
  }
  return {
    rep: urlOf((roles) => roles?.includes('rep') ?? false),
    marketing: urlOf((roles) => roles?.includes('marketing') ?? false),
    buyer: urlOf((roles) => roles === null),
  }
}
