import type { Selectable } from 'kysely'
import type { Notice } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { paths } from '#app/kit/paths.ts'
import type { EmailAnswers } from '#emails/parts/workspace-look.ts'
import { findFirstTask } from '#app/plan/page/waiting-queries.server.ts'
import type { KeptMessage } from './kept-message.ts'
import { issueLink } from '#app/outbox/link-token.server.ts'
import { hasEmail } from '#app/outbox/when-told.ts'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'
import { type NoticeLinks, type NoticeLook, renderNotice } from './render-notice.ts'
import { findSender } from './sender.server.ts'
import { findReplyPlace } from './replies/find-answered-email.server.ts'
import { threadHeaders } from './thread-headers.server.ts'

/**
 * The contents of an email, as of its first attempt. Its links are created or named here, and stay secret.
 * @param told what its notice may still mention
 */
export async function fixMessage(
  { environment }: Pick<Parts, 'environment'>,
  trx: WorkspaceTransaction,
  notice: Selectable<Notice>,
  told: StoredNotice,
  now: Date,
): Promise<KeptMessage> {
  const { workspaceId, participantId, linkTokenId, path } = notice
  const url = (path: string) => new URL(path, environment.appUrl).href
  const facts = await withFirstTask(trx, notice, told, now)
  const links: NoticeLinks = {
    own: linkTokenId ? { tokenId: linkTokenId, next: path } : { url: url(path ?? '/') },
    plans: new Map(),
  }
  if (facts.kind === 'daily')
    for (const { planId } of facts.facts.plans) {
      const link = { kind: 'return', planId } as const
      links.plans.set(
        planId,
        participantId
          ? { tokenId: await issueLink(environment, trx, workspaceId, { ...link, participantId }, now), next: null }
          : { url: url(paths.plan(planId)) },
      )
    }
  if (!hasEmail(facts)) throw new Error(`A notice of ${facts.kind} is told in the email of a day`)
  const { look, timeZone } = await getLook(trx, notice, url)
  const answers = environment.replyDomain === undefined ? null : await findAnswers(trx, notice, told)
  const rendered = await renderNotice(facts, { links, sentOn: todayIn(timeZone, now) }, { ...look, answers })
  const calendar = facts.kind === 'reference-call' ? facts.facts.calendar : null
  return {
    ...(await findSender(environment, trx, notice, told)),
    ...rendered,
    ...(calendar === null ? {} : { calendar }),
    ...(await threadHeaders(environment, trx, notice)),
    isTagged: true,
    ...(answers ? { takesReplies: true } : {}),
  }
}

/** An invitation names the next task as the plan is at the first attempt to send it, later edits included. */
async function withFirstTask(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: Selectable<Notice>,
  facts: StoredNotice,
  now: Date,
): Promise<StoredNotice> {
  if (facts.kind !== 'invitation' || !planId || !participantId) return facts
  const first = await findFirstTask(trx, { workspaceId, planId, participantId }, now)
  const firstTask = first && { title: first.title, doBy: first.dueOn, expected: first.expected, isOwn: first.isOwn }
  return { ...facts, facts: { ...facts.facts, firstTask } }
}

/** What becomes of an answer; none where the email takes none, or its reader may write only once they have signed in. */
async function findAnswers(
  trx: WorkspaceTransaction,
  notice: Selectable<Notice>,
  told: StoredNotice,
): Promise<EmailAnswers | null> {
  const { workspaceId } = notice
  const place = await findReplyPlace(trx, workspaceId, notice, told)
  if (!place || place.mustSignOn) return null
  const { subject, actor } = place
  const companies = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .select(['workspace.name as member', 'account.name as participant'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', subject.planId)
    .executeTakeFirst()
  if (!companies) return null
  return {
    tasksToMark: subject.askedTaskIds.filter((id) => id !== null).length,
    seenBy: subject.audience === 'both' ? null : isolateDirection(companies[actor.kind]),
  }
}

/** How the email looks: the workspace's colour and logo, and the logo of the customer whose plan it is about. */
async function getLook(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: Selectable<Notice>,
  url: (path: string) => string,
): Promise<{ look: Omit<NoticeLook, 'answers'>; timeZone: string }> {
  const { accent, logo, timeZone } = await trx
    .selectFrom('workspace')
    .select(['accent', 'logo', 'timeZone'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const account =
    planId === null
      ? undefined
      : await trx
          .selectFrom('plan')
          .innerJoin('account', (join) =>
            join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
          )
          .select(['account.name', 'account.logo'])
          .where('plan.workspaceId', '=', workspaceId)
          .where('plan.id', '=', planId)
          .executeTakeFirst()
  const customer = account?.logo ? { name: account.name, logo: url(account.logo) } : null
  return { look: { colour: accent, logo: logo === null ? null : url(logo), customer }, timeZone }
}
