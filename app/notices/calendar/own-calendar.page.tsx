import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { redirectTelling } from '#app/runner/outcome-cookie.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { endFeed, findFeedToken, renewFeed } from './calendar-feed.server.ts'
import { copyFeedWords, ownCalendarWords } from './own-calendar-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(ownCalendarWords.title) }]

/** Where a person gets the private address of their calendar, replaces it and ends it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer({ request, context })
  const { parts } = context
  const token = await findFeedToken(parts, actor)
  const address = token ? new URL(paths.calendar(token), parts.environment.appUrl).href : null
  return { isOn: token !== undefined, address, formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer({ request, context })
  const { parts } = context
  const tell = (words: string) =>
    redirectTelling(parts, { request, personId: actor.id, path: '/your-calendar', told: { words } })
  return takeForm(request, {
    'make-calendar': async () => {
      await renewFeed(parts, actor)
      throw tell(ownCalendarWords.made)
    },
    'renew-calendar': async () => {
      await renewFeed(parts, actor)
      throw tell(ownCalendarWords.renewed)
    },
    'end-calendar': async () => {
      await endFeed(parts, actor)
      throw tell(ownCalendarWords.ended)
    },
  })
}

const asks = (text: string) => ({ text, about: ownCalendarWords.title, reply: null })

export default function OwnCalendarPage() {
  const { isOn, address, formKey } = useLoaderData<typeof loader>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead
        title={ownCalendarWords.title}
        eyebrow={<PageLink to="/devices">{pageNames.devices}</PageLink>}
        intro={ownCalendarWords.intro}
      />
      <Panel>
        {isOn ? (
          <>
            <p>{address === null ? ownCalendarWords.notShown : ownCalendarWords.on}</p>
            {address !== null && (
              <p>
                <code className="address">{address}</code>
              </p>
            )}
            {address !== null && (
              <div className="acts">
                <CopyButton text={address} words={copyFeedWords} />
                <a className="btn quiet" href={address.replace(/^https?:/, 'webcal:')}>
                  {ownCalendarWords.open}
                </a>
              </div>
            )}
          </>
        ) : (
          <Form intent="make-calendar" idempotencyKey={keyFor('make-calendar')}>
            <p>{ownCalendarWords.off}</p>
            <div className="acts">
              <SubmitButton>{ownCalendarWords.make}</SubmitButton>
            </div>
          </Form>
        )}
      </Panel>
      {isOn && (
        <div className="acts">
          <AskFirst {...asks(ownCalendarWords.renew)} says={ownCalendarWords.renewSays}>
            <Form intent="renew-calendar" idempotencyKey={keyFor('renew-calendar')}>
              <SubmitButton tone="plain">{ownCalendarWords.renewNow}</SubmitButton>
            </Form>
          </AskFirst>
          <AskFirst {...asks(ownCalendarWords.end)} says={ownCalendarWords.endSays}>
            <Form intent="end-calendar" idempotencyKey={keyFor('end-calendar')}>
              <SubmitButton tone="danger">{ownCalendarWords.endNow}</SubmitButton>
            </Form>
          </AskFirst>
        </div>
      )}
    </div>
  )
}
