import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { PrintButton } from '#app/plan/core/print-button.tsx'
import { buildView } from '#app/plan/view/build-view.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getQuestions } from '#app/talk/questions/question-queries.server.ts'
import { QuestionList } from '#app/talk/questions/question-list.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { listPlanPeople } from '#app/value/plan-people.server.ts'
import { peopleAndHeard } from '#app/value/situation/people-and-heard.server.ts'
import { listSituations } from '#app/value/situation/list-heard.server.ts'
import { LeadPanel } from '../lead/lead-panel.tsx'
import { getLead } from '../lead/lead-queries.server.ts'
import { getSold } from '../sold/sold-queries.server.ts'
import { briefOf } from './brief-of.ts'
import { AtAGlance, BriefPeople, BriefPromises, BriefRisks, BriefSection, BriefSold } from './brief-parts.tsx'
import { briefWords, handoffPageWords } from './brief-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(handoffPageWords.title, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/handoff', params['planId'])
  const { parts } = context
  const { planId, actor } = viewer
  const { workspaceId } = actor
  const [lead, material, sold, situations, people, questions] = await Promise.all([
    getLead(parts, viewer, planId),
    getPlanMaterial(parts, viewer, planId),
    getSold(parts, viewer, planId),
    parts.reads.in(workspaceId, (trx) => listSituations(trx, viewer, planId)),
    parts.reads.in(workspaceId, (trx) => listPlanPeople(trx, workspaceId, planId)),
    getQuestions(parts, viewer),
  ]).catch(throwAsPage)
  await parts.reads.end()
  const plan = buildView(material)
  const customers = peopleAndHeard(people, situations, plan.today)
  const elsewhere = {
    mismatches: sold.capabilities.filter(({ mismatches }) => mismatches.length > 0).length,
    overdueQuestions: questions.open.filter(({ isOverdue }) => isOverdue).length,
    unconfirmedPeople: customers.flatMap(({ name, heard, isConfirmed }) => (heard && !isConfirmed ? [name] : [])),
  }
  const { project, account, today } = plan
  return {
    ...{ project, today, planId, lead, customers, formKey: newId() },
    account: account.name,
    brief: briefOf(plan, elsewhere, planLinks(planId)),
    sold: { capabilities: sold.capabilities, services: sold.services, today },
    questions: { open: questions.open, answered: questions.answered, closed: 0, answerTime: questions.answerTime },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).handoff
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'offer-handoff': { then },
      'accept-handoff': { then },
      'send-back-handoff': { then },
      'withdraw-handoff': { then },
    },
  )
}

/** Who leads the plan, its handoff, and everything the next lead must know, on one page that can be printed. */
export default function HandoffPage() {
  const { project, account, today, planId, lead, customers, brief, sold, questions, formKey } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <div className="stack brief">
      <PageHead
        title={handoffPageWords.title}
        eyebrow={<PageLink to={links.plan}>{project}</PageLink>}
        intro={handoffPageWords.intro(account)}
        actions={<PrintButton className="btn no-print" />}
      />
      <LeadPanel view={lead} today={today} keyFor={formKeys(formKey)} reply={reply} />
      <AtAGlance brief={brief} today={today} />
      <BriefRisks brief={brief} />
      <BriefPeople team={lead.team} people={customers} account={account} />
      <BriefSold sold={sold} links={links} />
      <BriefPromises brief={brief} today={today} links={links} />
      <BriefSection title={briefWords.questions}>
        {questions.open.length + questions.answered.length === 0 ? (
          <p className="fine">{briefWords.noQuestions}</p>
        ) : (
          <QuestionList questions={questions} links={links} />
        )}
      </BriefSection>
    </div>
  )
}
