import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { useLivePage } from '#app/ui/use-live-page.ts'
import { sideOf } from '#app/policy/policy.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { commentPath, talkPage } from '../core/comment-path.ts'
import { AskForm } from '../questions/ask-form.tsx'
import { QuestionList } from '../questions/question-list.tsx'
import { getQuestions } from '../questions/question-queries.server.ts'
import { askTitles } from '../questions/question-words.ts'
import { Conversation } from './conversation.tsx'
import { conversationForms } from './conversation-forms.ts'
import { getConversation } from './conversation-queries.server.ts'
import { OtherConversations } from './other-conversations.tsx'
import { getTalkPage } from './talk-page-queries.server.ts'
import { conversationWords } from './conversation-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(conversationWords.title, data?.project) },
]

/** What was said about a plan, and on which of its tasks and milestones people talk. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/conversation', params['planId'])
  const { planId } = viewer
  const [page, conversation, questions] = await Promise.all([
    getTalkPage(context.parts, viewer),
    getConversation(context.parts, viewer, planId),
    getQuestions(context.parts, viewer),
  ]).catch(throwAsPage)
  const side = sideOf(viewer.actor)
  return { ...page, conversation, questions, planId, side, number: viewer.plan.number, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const links = planLinks(planId)
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      ...conversationForms(links.conversation, null),
      'ask-question': {
        then: ({ commentId, scope, about }) => commentPath(talkPage(links, { scope, id: about }), commentId),
      },
    },
  )
}

export default function ConversationPage() {
  const { project, companies, others, conversation, questions, planId, side, number, formKey } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const [search] = useSearchParams()
  useLivePage(links.events, number)
  return (
    <div className="stack">
      <PageHead title={conversationWords.title} eyebrow={<PageLink to={links.plan}>{project}</PageLink>} />
      <section className="no-print" id="ask" aria-label={conversationWords.questions}>
        <h2>{askTitles[side]}</h2>
        {questions.mayAsk && (
          <Panel>
            <AskForm
              key={questions.asked}
              questions={questions}
              side={side}
              about={search.get('about') ?? ''}
              asker={search.get('asker')}
              formKey={formKey}
              reply={reply}
            />
          </Panel>
        )}
        <QuestionList questions={questions} links={links} />
      </section>
      <Conversation
        conversation={conversation}
        companies={companies}
        side={side}
        isPrivate={false}
        formKey={formKey}
        reply={reply}
        empty={conversationWords.emptyPlan}
      />
      <OtherConversations others={others} links={links} />
    </div>
  )
}
