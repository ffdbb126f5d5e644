import type { AppLoadContext } from '@remix-run/node'
import type { WorkspaceReading } from '#db/reading.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { type LinkParts, findLink, readLink, useUp } from '#app/outbox/link-token.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import type { SecurityDetail } from '../security-log/security-detail.ts'
import { enterByDomain } from '../participants/enter-by-domain.server.ts'
import { offerEntryByDomain } from '../sign-in/offer-entry-by-domain.server.ts'
import { findPlanOpenToDomain } from '../participants/find-plan-open-to-domain.server.ts'
import { type SignInCaller, type LetIn, letIn } from '../sign-in/let-in.server.ts'
import { addressKey, countAgainstLimit, networkIn, noteFromOutside } from '../core/count-against-limit.server.ts'
import { type PersonFound, findPerson, landingFor } from '../participants/find-person.server.ts'
import { mailSignInLink } from '../sign-in/send-sign-in-links.server.ts'
import type { LinkSent } from '../sign-in/find-working-link.server.ts'
import { signOnOf } from '../core/identity-provider.server.ts'
import type { WhyLinkFailed } from '../security-log/why-link-failed.ts'

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** Whether a link works now. Someone without a valid secret learns nothing else. */
export type LinkState =
  | { status: 'unknown' }
  | { status: 'spent'; why: WhyLinkFailed; link: Link; person: PersonFound }
  /** `entersPlan`: the plan that its owner takes part in from *Continue* on. */
  | { status: 'open'; link: Link; person: PersonFound; entersPlan?: string }

function whySpent(link: Link, now: Date): WhyLinkFailed | undefined {
  if (link.revokedAt) return 'revoked'
  if (link.usedAt && link.kind !== 'demo') return 'used'
  return link.expiresAt <= now ? 'expired' : undefined
}

async function findLinkState(parts: Parts, trx: WorkspaceReading, asked: LinkParts, lock: boolean): Promise<LinkState> {
  const link = await findLink(trx, asked, lock)
  if (!link || (link.kind === 'demo' && !parts.opensDemoLinks)) return { status: 'unknown' }
  const { workspaceId, memberId, participantId } = link
  const by = memberId ? { memberId } : participantId ? { participantId } : undefined
  const entering = link.kind === 'entry' ? await findEntering(trx, link) : undefined
  const person = entering?.person ?? (by && (await findPerson(trx, workspaceId, by)))
  if (!person) return { status: 'unknown' }
  const why = (await signOnOf(trx, person)) === 'required' ? 'sign-on' : whySpent(link, parts.clock.now())
  if (why) return { status: 'spent', why, link, person }
  return { status: 'open', link, person, ...(entering ? { entersPlan: entering.planId } : {}) }
}

/** Who may sign in by a domain and does not take part yet. */
async function findEntering(trx: WorkspaceReading, { workspaceId, planId, participantId }: Link) {
  if (!planId || !participantId) return undefined
  const { id, email } = await trx
    .selectFrom('participant')
    .select(['id', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', participantId)
    .executeTakeFirstOrThrow()
  if (!(await findPlanOpenToDomain(trx, workspaceId, planId, email))) return undefined
  const name = nameFromAddress(email)
  return { planId, person: { email, actor: { kind: 'participant', workspaceId, id, name } } satisfies PersonFound }
}

export type OpenedLink = LinkState & {
  /** Where its owner goes: the page that the link opens names it. */
  landing?: string
  workspace?: { name: string; logo: string | null }
  project?: string
}

/** Reads a link without using it up, as mail scanners do. */
export async function openLink(parts: Parts, text: string, next?: string): Promise<OpenedLink> {
  const link = readLink(text)
  if (!link) return { status: 'unknown' }
  return parts.reads.in(link.workspaceId, async (trx) => {
    const state = await findLinkState(parts, trx, link, false)
    if (state.status === 'unknown') return state
    const { planId } = state.link
    const workspace = await trx
      .selectFrom('workspace')
      .select(['name', 'logo'])
      .where('workspaceId', '=', link.workspaceId)
      .executeTakeFirstOrThrow()
    const entersPlan = state.status === 'open' ? state.entersPlan : undefined
    const landing = entersPlan ? paths.plan(entersPlan) : await landingFor(trx, state.person.actor, { next, planId })
    const plan = landing.startsWith('/plans/') && planId ? await findProject(trx, link.workspaceId, planId) : undefined
    return { ...state, landing, workspace, ...(plan ? { project: plan.project } : {}) }
  })
}

const findProject = (trx: WorkspaceReading, workspaceId: string, planId: string) =>
  trx
    .selectFrom('plan')
    .select('project')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirst()

export type ConsumedLink = LetIn | { status: 'refused' }

/** Uses a link up and lets its owner in, in one transaction: of two who press at once, one gets in. */
export async function consumeLink(
  parts: Parts,
  text: string,
  { next, caller }: { next?: string | undefined; caller: SignInCaller },
): Promise<ConsumedLink> {
  const asked = readLink(text)
  if (!asked) return { status: 'refused' }
  const { workspaceId } = asked
  await enterFirst(parts, asked)
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const state = await findLinkState(parts, trx, asked, true)
    if (state.status !== 'open') {
      await noteRefusal(parts, trx, workspaceId, state, caller)
      return { status: 'refused' }
    }
    const { link, person } = state
    await useUp(trx, link, now)
    const landing = await landingFor(trx, person.actor, { next, planId: link.planId })
    return letIn(parts, trx, { person, landing, caller, by: link.kind })
  })
}

/** Adds a person who joins by email domain; a command of its own, since it changes the plan. */
async function enterFirst(parts: Parts, asked: ReturnType<typeof readLink> & object): Promise<void> {
  const state = await parts.reads.in(asked.workspaceId, (trx) => findLinkState(parts, trx, asked, false))
  if (state.status !== 'open' || state.link.kind !== 'entry' || !state.entersPlan) return
  const { id, name } = state.person.actor
  await runCommand(parts, enterByDomain, {
    actor: { kind: 'link', workspaceId: asked.workspaceId, id, name },
    scopeId: state.entersPlan,
    input: { participantId: id },
  })
}

async function noteRefusal(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  state: Exclude<LinkState, { status: 'open' }>,
  { network }: SignInCaller,
): Promise<void> {
  const workspace = await trx
    .selectFrom('workspace')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
  if (!workspace) return
  const person = state.status === 'spent' ? state.person.actor : null
  const detail: SecurityDetail = { why: state.status === 'spent' ? state.why : 'unknown' }
  await noteFromOutside(parts, trx, workspaceId, { kind: 'link refused', person, network, detail })
}

/**
 * Sends a fresh link to the address that a spent one was sent to, and to no other; it leads to the same plan.
 * @returns what came of it, or undefined where there was no such link
 * @throws Refusal 429
 */
export async function sendFreshLink(
  context: Pick<AppLoadContext, 'parts' | 'network'>,
  text: string,
): Promise<LinkSent | undefined> {
  const { parts } = context
  const link = readLink(text)
  if (!link) return undefined
  const asked = await parts.reads.in(link.workspaceId, (trx) => findLinkState(parts, trx, link, false))
  await countAgainstLimit(context, [
    ['link from a network', networkIn(context)],
    ...(asked.status === 'spent'
      ? ([['link to an address from a network', `${addressKey(asked.person.email)} ${networkIn(context)}`]] as const)
      : []),
  ])
  return inWorkspace(parts.db, link.workspaceId, async (trx) => {
    const state = await findLinkState(parts, trx, link, true)
    if (state.status !== 'spent') return undefined
    const { person, link: spent } = state
    const { planId } = spent
    const landing = await landingFor(trx, person.actor, { planId })
    if (planId && spent.kind === 'entry' && landing !== paths.plan(planId))
      return offerEntryByDomain(parts, trx, {
        workspaceId: link.workspaceId,
        planId,
        email: person.email,
        next: paths.plan(planId),
        network: undefined,
      })
    return mailSignInLink(parts, trx, person, { planId: planId && landing === paths.plan(planId) ? planId : null })
  })
}
