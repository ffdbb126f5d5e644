import { data } from '@remix-run/node'
import type { AppLoadContext } from '@remix-run/node'
import { type PlanNow, findPlanAccess, findAccessOnceClosed } from '#app/runner/standing.server.ts'
import { mayOnPlanAsItStands, whyRefusedOnPlan } from '#app/runner/plan-end.ts'
import { takeSeat } from './take-seat.server.ts'
import { formPages } from '#app/policy/form-pages.ts'
import { mayOpen } from '#app/policy/may-open.ts'
import {
  type CommandName,
  type PageUrl,
  type PlanPageUrl,
  type Reader,
  type Standing,
  pageRules,
} from '#app/policy/policy.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { type Viewer, findViewer } from './find-viewer.server.ts'
import { isUuid } from '#app/kit/ids.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import { noAccessWords } from './access-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'

type Asked = {
  request: Request
  context: AppLoadContext
  /** Whether this counts as using the session, as what a page does by itself does not. */
  isUse?: boolean
}

/** The person who is signed in. @throws a 401 page with the sign-in form, the address kept */
export async function requireViewer({ request, context, isUse = true }: Asked): Promise<Viewer> {
  const viewer = await findViewer(context.parts, request, { isUse })
  if (!viewer) throw data({ message: refusals.signInFirst }, { status: 401 })
  return viewer
}

export type MemberViewer = Viewer & { actor: Extract<Viewer['actor'], { kind: 'member' }> }

/** A member who may see this page. @throws 401, 403 */
export async function requireMember(asked: Asked, page: Exclude<PageUrl, PlanPageUrl>): Promise<MemberViewer> {
  const { actor, ...rest } = await requireViewer(asked)
  if (actor.kind !== 'member' || !mayOpen(page, standingsOfMember(actor.roles)))
    throw data({ message: noAccessWords }, { status: 403 })
  return { ...rest, actor }
}

export type PlanViewer = Viewer & { planId: string; standings: ReadonlySet<Standing>; plan: PlanNow }

/**
 * A person who may see a plan, with their standings on it; for actions, whose commands decide the rest.
 * @throws 401, 404
 */
export const requirePlanViewer = (asked: Asked, planId: string | undefined) => findPlanViewer(asked, planId)

async function findPlanViewer(
  asked: Asked,
  planId: string | undefined,
  findAccess = findPlanAccess,
): Promise<PlanViewer> {
  const viewer = await requireViewer(asked)
  const { parts } = asked.context
  const { actor } = viewer
  const place =
    planId && isUuid(planId)
      ? await parts.reads.in(actor.workspaceId, (trx) => findAccess(trx, actor, planId))
      : undefined
  if (!planId || !place || place.standings.size === 0) throw data({ message: refusals.notFound }, { status: 404 })
  const { standings, plan, seat } = place
  if (actor.kind !== 'participant' || !seat) return { ...viewer, planId, standings, plan }
  if (!seat.joined)
    await changeApart(parts, actor.workspaceId, (trx) => takeSeat(trx, actor, planId, parts.clock.now()))
  // By the name that the plan knows them by.
  return { ...viewer, planId, standings, plan, actor: { ...actor, name: seat.name } }
}

/**
 * A person who may open this page of a plan.
 * @param whose shown to a person who sees the plan, but not this page
 * @throws 401, 404, 403
 */
export async function requirePlanPage(
  asked: Asked,
  page: PlanPageUrl,
  planId: string | undefined,
  whose = noAccessWords,
): Promise<PlanViewer> {
  const rule: readonly Reader[] = pageRules[page]
  const viewer = await findPlanViewer(asked, planId, (trx, actor, id) => findAccessOnceClosed(trx, actor, id, rule))
  if (!mayOpen(page, viewer.standings)) throw data({ message: whose }, { status: 403 })
  const command = formPages[page]
  const why = command ? whyRefusedOnPlan(command, viewer.plan) : null
  if (why) throw data({ message: why }, { status: 403 })
  return viewer
}

/** The commands that the viewer may give on the plan in its present state, for the buttons of a page. */
export const mayOnPlan =
  ({ standings, plan }: PlanViewer) =>
  (name: CommandName): boolean =>
    mayOnPlanAsItStands(name, standings, plan)
