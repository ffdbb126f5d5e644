import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { PrintButton } from '#app/plan/core/print-button.tsx'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { CardChoicesForm } from './card-choices-form.tsx'
import { uncoveredIn } from './card-fonts.server.ts'
import { cardChoiceWords, cardPageWords, cardSharingWords } from './card-page-words.ts'
import { getCardPage } from './card-queries.server.ts'
import { cardTexts } from './card-texts.ts'
import { LinkPanel } from './link-panel.tsx'
import { linkPanelWords } from './link-panel-words.ts'
import { VictoryCard } from './victory-card.tsx'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const project = data?.project
  return [{ title: pageTitle(cardPageWords.title, project) }]
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/card', params['planId'])
  const { actor, planId, plan } = viewer
  const { parts } = context
  const mayShare = mayOnPlan(viewer)('share-card')
  const { token, ...page } = await getCardPage(parts, actor, planId, mayShare).catch(throwAsPage)
  return {
    ...page,
    link: token && new URL(paths.shared(token), parts.environment.appUrl).href,
    uncovered: page.choices && page.shown ? uncoveredIn(cardTexts(page.shown.card).join('')) : [],
    side: actor.kind === 'member' ? ('vendor' as const) : ('customer' as const),
    planId,
    project: plan.project,
    formKey: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).card
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    { 'save-card': { then }, 'share-card': { then }, 'stop-sharing-card': { then } },
  )
}

/** The victory card: looked at, printed and saved by everyone of the plan, worded and shared by the customer. */
export default function CardPage() {
  const { shown, choices, isShared, link, uncovered, side, planId, project, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const keyFor = formKeys(formKey)
  const back = <PageLink to={links.plan}>{project}</PageLink>
  if (!shown)
    return (
      <>
        <PageHead title={cardPageWords.title} eyebrow={back} />
        <Empty title={cardPageWords.emptyTitle}>{cardPageWords.empty}</Empty>
      </>
    )
  const { card, logo } = shown
  return (
    <div className="stack">
      <div className="no-print">
        <PageHead
          title={cardPageWords.title}
          eyebrow={back}
          intro={choices ? cardPageWords.intro : cardPageWords.introOfReaders[side]}
        />
      </div>
      <VictoryCard card={card} logo={logo} />
      <div className="acts no-print">
        <a className="btn main" href={links.cardPicture} download="victory-card.png">
          {cardPageWords.download}
        </a>
        <PrintButton className="btn" />
      </div>
      {uncovered.length > 0 && <Notice>{cardChoiceWords.uncovered(uncovered)}</Notice>}
      {choices ? (
        <>
          <LinkPanel
            isOn={isShared}
            link={link}
            words={cardSharingWords}
            switchOn={
              <Form idempotencyKey={keyFor('share-card')} intent="share-card" reply={replyTo(reply, 'share-card')}>
                <div className="acts">
                  <SubmitButton tone="plain">{linkPanelWords.switchOn}</SubmitButton>
                </div>
              </Form>
            }
            switchOff={
              <AskFirst
                text={linkPanelWords.switchOff}
                about={cardSharingWords.about}
                says={cardSharingWords.switchOffSays}
                reply={replyTo(reply, 'stop-sharing-card')}
              >
                <Form
                  idempotencyKey={keyFor('stop-sharing-card')}
                  intent="stop-sharing-card"
                  reply={replyTo(reply, 'stop-sharing-card')}
                >
                  <SubmitButton tone="danger">{linkPanelWords.switchOff}</SubmitButton>
                </Form>
              </AskFirst>
            }
          />
          <CardChoicesForm
            idempotencyKey={keyFor('save-card')}
            reply={replyTo(reply, 'save-card')}
            choices={choices}
            companies={{ customer: card.customer.name, vendor: card.vendor.name }}
          />
        </>
      ) : (
        <Panel className="no-print">
          <p>{isShared ? cardSharingWords.onForReaders[side] : cardSharingWords.offForReaders}</p>
        </Panel>
      )}
    </div>
  )
}
