import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type LinkParts, findLink, readLink, useUp } from '#app/notices/link-token.server.ts'
import { type PersonFound, findPerson, landingFor } from './people.server.ts'
import { writeSecurityEvent } from './security-log.server.ts'
import { mailSignInLink } from './send-sign-in-links.server.ts'
import { beginSession } from './session.server.ts'
import { signOnOf } from './sign-on/identity-provider.server.ts'

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>
/** `sign-on`: its owner comes in by the company's provider alone. */
export type Why = 'used' | 'expired' | 'revoked' | 'sign-on'

/** What a link is worth now. Whoever holds no secret of ours learns nothing but that. */
export type LinkStanding =
  | { status: 'unknown' }
  | { status: 'spent'; why: Why; link: Link; person: PersonFound }
  | { status: 'open'; link: Link; person: PersonFound }

function whySpent(link: Link, now: Date): Why | undefined {
  if (link.revokedAt) return 'revoked'
  if (link.usedAt && link.kind !== 'demo') return 'used'
  return link.expiresAt <= now ? 'expired' : undefined
}

async function standingOf(
  trx: WorkspaceTransaction,
  parts: LinkParts,
  now: Date,
  lock: boolean,
): Promise<LinkStanding> {
  const link = await findLink(trx, parts, lock)
  if (!link) return { status: 'unknown' }
  const { workspaceId, memberId, participantId } = link
  const by = memberId ? { memberId } : participantId ? { participantId } : undefined
  const person = by && (await findPerson(trx, workspaceId, by))
  if (!person) return { status: 'unknown' }
  const why = (await signOnOf(trx, person)) === 'required' ? 'sign-on' : whySpent(link, now)
  return why ? { status: 'spent', why, link, person } : { status: 'open', link, person }
}

export type Opened = LinkStanding & {
  /** Where its owner goes; what is named behind the door. */
  landing?: string
  workspace?: { name: string; logo: string | null }
  project?: string
}

/** Looks at a link and uses nothing up, as mail scanners do. */
export async function openLink(parts: Parts, text: string, next?: string): Promise<Opened> {
  const link = readLink(text)
  if (!link) return { status: 'unknown' }
  return inWorkspace(parts.db, link.workspaceId, async (trx) => {
    const standing = await standingOf(trx, link, parts.clock.now(), false)
    if (standing.status === 'unknown') return standing
    const { planId } = standing.link
    const workspace = await trx
      .selectFrom('workspace')
      .select(['name', 'logo'])
      .where('workspaceId', '=', link.workspaceId)
      .executeTakeFirstOrThrow()
    const landing = await landingFor(trx, standing.person.actor, { next, planId })
    const plan = landing.startsWith('/plans/') && planId ? await findProject(trx, link.workspaceId, planId) : undefined
    return { ...standing, landing, workspace, ...(plan ? { project: plan.project } : {}) }
  })
}

const findProject = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  trx
    .selectFrom('plan')
    .select('project')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirst()

export type Consumed = { status: 'in'; cookie: string; landing: string } | { status: 'refused' }

/** Uses a link up and lets its owner in, in one transaction: of two who press at once, one gets in. */
export async function consumeLink(
  parts: Parts,
  text: string,
  { next, device }: { next?: string | undefined; device: string | null },
): Promise<Consumed> {
  const asked = readLink(text)
  if (!asked) return { status: 'refused' }
  const { workspaceId } = asked
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const standing = await standingOf(trx, asked, now, true)
    if (standing.status !== 'open') {
      await noteRefusal(trx, workspaceId, standing, now)
      return { status: 'refused' }
    }
    const { link, person } = standing
    const { actor } = person
    await useUp(trx, link, now)
    const isMember = actor.kind === 'member'
    const cookie = await beginSession(
      parts,
      trx,
      workspaceId,
      isMember ? { memberId: actor.id } : { participantId: actor.id },
      device,
    )
    if (!isMember)
      await trx
        .updateTable('planParticipant')
        .set({ joinedAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('participantId', '=', actor.id)
        .where('joinedAt', 'is', null)
        .where('removedAt', 'is', null)
        .execute()
    await writeSecurityEvent(trx, workspaceId, { kind: 'signed in', person: actor, detail: { link: link.kind } }, now)
    return { status: 'in', cookie, landing: await landingFor(trx, actor, { next, planId: link.planId }) }
  })
}

async function noteRefusal(
  trx: WorkspaceTransaction,
  workspaceId: string,
  standing: Exclude<LinkStanding, { status: 'open' }>,
  now: Date,
): Promise<void> {
  const workspace = await trx
    .selectFrom('workspace')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
  if (!workspace) return
  const person = standing.status === 'spent' ? standing.person.actor : null
  const detail = { why: standing.status === 'spent' ? standing.why : 'unknown' }
  await writeSecurityEvent(trx, workspaceId, { kind: 'link refused', person, detail }, now)
}

/** Sends a fresh link to the address that a spent one was sent to, and to no other. @returns whether there was such a link */
export async function sendFreshLink(parts: Parts, text: string): Promise<boolean> {
  const link = readLink(text)
  if (!link) return false
  return inWorkspace(parts.db, link.workspaceId, async (trx) => {
    const standing = await standingOf(trx, link, parts.clock.now(), true)
    if (standing.status !== 'spent') return false
    const { planId } = standing.link
    await mailSignInLink(parts, trx, standing.person, planId ? `/plans/${planId}` : undefined)
    return true
  })
}
