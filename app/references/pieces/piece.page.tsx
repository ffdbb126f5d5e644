import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { textSizes } from '#app/kit/limits.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { pieceKinds } from '#app/runner/events/reference-kinds.ts'
import { PieceText } from './piece-text.tsx'
import { getPiecePage } from './piece-queries.server.ts'
import { pieceIntro, pieceStateWords, pieceTitle, pieceWords } from './piece-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? pieceTitle(data.kind) : pieceWords.text, data?.project) },
]

/** Words that were changed while they were read are answered with both wordings. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  defaultShouldRevalidate || actionStatus === 409

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = 'plans/:planId/reference/pieces/:piece'
  const { actor, planId } = await requirePlanPage({ request, context }, page, params['planId'], pieceWords.championOnly)
  const kind = pieceKinds.find((it) => it === params['piece'])
  if (!kind) return throwAsPage(notFound())
  const piece = await getPiecePage(context.parts, actor, planId, kind).catch(throwAsPage)
  return { ...piece, kind, planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).reference
  return dispatch(request, { context, actor, scopeId: planId }, { 'answer-piece': { then } })
}

/** The reply to one of the two forms, which have one intent. */
const replyAbout = <R extends FormReply>(reply: R | null | undefined, answer: string) =>
  reply && reply.status !== 'done' && reply.values['answer'] === answer ? reply : undefined

/** The two answers, as their forms post them. */
const answers = { approve: 'approve', sendBack: 'return' } as const

export default function PiecePage() {
  const { kind, planId, formKey, vendor, project, waiting, approved, earlier } = useLoaderData<typeof loader>()
  const reply = replyTo(useActionData<typeof action>(), 'answer-piece')
  const keyFor = formKeys(formKey)
  // The version that was read, where it is another one by now.
  const readVersion = reply && reply.status !== 'done' ? Number(reply.values['version']) : waiting?.version
  const read =
    waiting && readVersion !== waiting.version ? earlier.find(({ version }) => version === readVersion) : null
  const hidden = { kind, version: String(waiting?.version ?? '') }
  return (
    <>
      <PageHead
        title={pieceTitle(kind)}
        eyebrow={<PageLink to={paths.plan(planId)}>{project}</PageLink>}
        {...(waiting && { intro: pieceIntro(vendor, waiting.by) })}
      />
      {waiting ? (
        <Panel>
          {!read && <h2>{kindLabels[kind]}</h2>}
          {read && (
            <section className="piece-read" aria-label={pieceWords.read}>
              <h2>{pieceWords.read}</h2>
              <PieceText {...read} />
              <h2>{pieceWords.now}</h2>
            </section>
          )}
          <PieceText {...waiting} />
          <Form
            idempotencyKey={keyFor('answer-piece', answers.approve)}
            intent="answer-piece"
            hidden={{ ...hidden, answer: answers.approve }}
            reply={replyAbout(reply, answers.approve)}
          >
            <SubmitButton>{pieceWords.approve}</SubmitButton>
          </Form>
          <Form
            idempotencyKey={keyFor('answer-piece', answers.sendBack)}
            intent="answer-piece"
            hidden={{ ...hidden, answer: answers.sendBack }}
            reply={replyAbout(reply, answers.sendBack)}
            className="after-fields"
          >
            <TextArea name="reason" label={pieceWords.reason} rows={2} maxLength={textSizes.sentence} />
            <SubmitButton tone="plain">{pieceWords.sendBack}</SubmitButton>
          </Form>
        </Panel>
      ) : (
        <Panel>
          <p>{pieceWords.none}</p>
          {reply?.status === 'invalid' && <Notice tone="must">{reply.message}</Notice>}
        </Panel>
      )}
      {approved && (
        <Panel>
          <h2>{waiting ? pieceWords.shown : pieceStateWords(approved)}</h2>
          <PieceText {...approved} />
        </Panel>
      )}
      <p className="after-table">
        <PageLink to={planLinks(planId).reference}>{pieceWords.back}</PageLink>
      </p>
    </>
  )
}
