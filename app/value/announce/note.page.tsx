import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayOnPlan, requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { labels } from '#app/kit/label-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import { paths, planLinks } from '#app/kit/paths.ts'
import { PrintButton } from '#app/plan/core/print-button.tsx'
import { buildView } from '#app/plan/view/build-view.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
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
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { draftNote } from './draft-note.ts'
import { LinkPanel } from './link-panel.tsx'
import { linkPanelWords } from './link-panel-words.ts'
import { getNotePage } from './note-queries.server.ts'
import { NoteOnPaper } from './note-on-paper.tsx'
import { noteFields } from './note-texts.ts'
import { notePageWords, noteSharingWords } from './note-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(notePageWords.title, data?.head.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/note',
    params['planId'],
    notePageWords.championOnly,
  )
  const { actor, planId } = viewer
  const { parts } = context
  const [{ token, ...page }, material] = await Promise.all([
    getNotePage(parts, { workspaceId: actor.workspaceId, planId }),
    getPlanMaterial(parts, viewer, planId),
  ]).catch(throwAsPage)
  await parts.reads.end()
  return {
    ...page,
    draft: page.note ? null : draftNote(buildView(material)),
    link: token && new URL(paths.shared(token), parts.environment.appUrl).href,
    mayWrite: mayOnPlan(viewer)('save-note'),
    planId,
    formKey: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).note
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    { 'save-note': { then }, 'share-note': { then }, 'stop-sharing-note': { then } },
  )
}

/** The note to the own management: drafted from the plan, written by the champion, printed and forwarded. */
export default function NotePage() {
  const { head, note, draft, isShared, link, mayWrite, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const shown = note?.texts ?? draft
  return (
    <div className="stack">
      <div className="no-print">
        <PageHead
          title={notePageWords.title}
          eyebrow={<PageLink to={planLinks(planId).plan}>{head.project}</PageLink>}
          intro={notePageWords.intro}
        />
      </div>
      {mayWrite && (
        <Panel className="no-print">
          {draft && <Notice>{notePageWords.drafted}</Notice>}
          <Form
            key={note ? 'saved' : 'draft'}
            idempotencyKey={keyFor('save-note')}
            intent="save-note"
            reply={replyTo(reply, 'save-note')}
            seen={Object.fromEntries(noteFields.map((field) => [field, note?.texts[field] ?? '']))}
          >
            <div className="fields">
              {noteFields.map((field) => (
                <TextArea
                  key={field}
                  name={field}
                  label={labels[field]}
                  rows={4}
                  optional
                  value={shown?.[field] ?? ''}
                  maxLength={textSizes.note}
                />
              ))}
            </div>
            <div className="acts">
              <SubmitButton>{notePageWords.save}</SubmitButton>
            </div>
          </Form>
        </Panel>
      )}
      {note ? (
        <>
          <LinkPanel
            isOn={isShared}
            link={link}
            words={noteSharingWords}
            switchOn={
              mayWrite && (
                <Form idempotencyKey={keyFor('share-note')} intent="share-note" reply={replyTo(reply, 'share-note')}>
                  <div className="acts">
                    <SubmitButton>{linkPanelWords.switchOn}</SubmitButton>
                  </div>
                </Form>
              )
            }
            switchOff={
              <AskFirst
                text={linkPanelWords.switchOff}
                about={noteSharingWords.about}
                says={noteSharingWords.switchOffSays}
                reply={replyTo(reply, 'stop-sharing-note')}
              >
                <Form
                  idempotencyKey={keyFor('stop-sharing-note')}
                  intent="stop-sharing-note"
                  reply={replyTo(reply, 'stop-sharing-note')}
                >
                  <SubmitButton tone="danger">{linkPanelWords.switchOff}</SubmitButton>
                </Form>
              </AskFirst>
            }
          />
          <h2 className="no-print">{notePageWords.paper}</h2>
          <NoteOnPaper {...head} {...note} />
          <div className="acts no-print">
            <PrintButton className="btn" />
          </div>
        </>
      ) : (
        <p className="fine no-print">{noteSharingWords.saveFirst}</p>
      )}
    </div>
  )
}
