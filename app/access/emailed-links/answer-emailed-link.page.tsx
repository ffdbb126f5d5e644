import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import type { Reply } from '#app/runner/reply.ts'
import { holdsEmails } from '#app/outbox/email-hold.server.ts'
import { readLink } from '#app/outbox/link-token.server.ts'
import { asReply, takeForm } from '#app/runner/take-form.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { HeldEmails } from '#app/ui/held-emails.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { CookiesBlockedCard } from '../sign-in/allow-cookies.tsx'
import { ContinueCard, EntryCard, SpentLinkCard } from '../sign-in/entry-cards.tsx'
import { entryWords, linkStillWorksWords, newLinkOfferWords } from '../sign-in/entry-words.ts'
import { SignOnCard } from '../sign-on/sign-on-cards.tsx'
import { blocksCookies, probeCookie, sendsCookies } from '../core/cookie-probe.server.ts'
import { settingCookies } from '../core/secret-cookies.server.ts'
import { countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { isFresh } from '#app/policy/fresh-sign-in.ts'
import { type OpenedLink, consumeLink, openLink, sendFreshLink } from './open-emailed-link.server.ts'
import { findViewerIn } from '../core/find-viewer.server.ts'
import { presentWorkspace } from '../core/session.server.ts'
import { emailedLinkWords } from './emailed-link-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(emailedLinkWords.title) }]

const nextIn = (request: Request) => new URL(request.url).searchParams.get('next') ?? undefined

/**
 * Where a person who is already signed in under the link's address goes: straight on, and the link stays unused. A link that
 * was asked for signs them in again if the last sign-in is some time ago.
 */
async function straightThrough(
  { request, context }: LoaderFunctionArgs,
  opened: OpenedLink,
): Promise<string | undefined> {
  if (opened.status === 'unknown') return undefined
  const { actor, email } = opened.person
  const viewer = await findViewerIn(context.parts, request, actor.workspaceId)
  if (viewer?.email !== email) return undefined
  const wasAskedFor = opened.status === 'open' && opened.link.kind === 'sign-in'
  return wasAskedFor && !isFresh(viewer.signedInAt, context.parts.clock.now()) ? undefined : opened.landing
}

/** The browser works on in the link's workspace, whichever others it is signed in to. */
const goThrough = (parts: Parts, token: string, landing: string) => {
  const workspaceId = readLink(token)?.workspaceId
  const headers = settingCookies(workspaceId ? [presentWorkspace(parts, workspaceId)] : [])
  return redirect(landing, { headers })
}

/** Shows whether the link works; opening the page does not use it up. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const { parts } = context
  const token = params['token'] ?? ''
  const opened = await openLink(parts, token, nextIn(request))
  const through = await straightThrough(args, opened)
  if (through) throw goThrough(parts, token, through)
  const present =
    opened.status === 'open' ? await findViewerIn(parts, request, opened.person.actor.workspaceId) : undefined
  const isAnother = opened.status === 'open' && present?.actor.id !== opened.person.actor.id
  const headers = settingCookies(sendsCookies(request) ? [] : [probeCookie(parts.environment.appUrl)])
  return pageOf(opened, isAnother ? present?.actor.name : undefined, headers)
}

/** @param replaced who is signed in to the same workspace in this browser */
function pageOf(opened: OpenedLink, replaced: string | undefined, headers: Headers) {
  const formKey = newId()
  if (opened.status === 'open') {
    const { workspace = { name: '', logo: null }, project } = opened
    const { name } = opened.person.actor
    return data({ card: 'continue' as const, formKey, name, workspace, project, replaced }, { headers })
  }
  // Anyone who holds no secret of ours is not told whether there ever was such a link.
  return opened.status === 'spent'
    ? data(
        { card: 'spent' as const, formKey, why: opened.why, workspace: opened.workspace, begin: beginIn(opened) },
        { status: 401, headers },
      )
    : data({ card: 'unknown' as const, formKey }, { status: 404, headers })
}

const beginIn = ({ link, landing }: Extract<OpenedLink, { status: 'spent' }>) =>
  paths.signOnStart(link.workspaceId, landing)

/** What was refused may have changed what the page is worth, so it is asked again then, too. */
export const shouldRevalidate = () => true

type Answer =
  | Reply
  | { status: 'fresh link'; sentAt: string | null; emailsAreHeld: boolean }
  | { status: 'no such link' }
  | { status: 'no entry' }
  | { status: 'cookies blocked' }

export async function action(args: ActionFunctionArgs) {
  const handlers = {
    continue: asReply(args.request, () => enter(args)),
    'send-fresh-link': asReply(args.request, () => freshLink(args)),
  }
  return takeForm(args.request, handlers, { unnamed: 'continue' })
}

async function freshLink({ params, context }: ActionFunctionArgs) {
  const sent = await sendFreshLink(context, params['token'] ?? '')
  if (!sent) return data<Answer>({ status: 'no such link' }, 404)
  const sentAt = sent.status === 'still works' ? sent.at.toISOString() : null
  return data<Answer>({ status: 'fresh link', sentAt, emailsAreHeld: await holdsEmails(context.parts.db) })
}

async function enter(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const { parts } = context
  const token = params['token'] ?? ''
  const next = nextIn(request)
  if (blocksCookies(request)) return data<Answer>({ status: 'cookies blocked' }, 403)
  await countAgainstLimit(context, [['continue from a network', networkIn(context)]])
  const consumed = await consumeLink(parts, token, { next, caller: { request, network: networkIn(context) } })
  if (consumed.status !== 'refused') {
    throw redirect(consumed.landing, { status: 303, headers: settingCookies(consumed.cookies) })
  }
  // Pressed twice: the first press let the same person in.
  const opened = await openLink(parts, token, next)
  const through = await straightThrough(args, opened)
  if (through) throw goThrough(parts, token, through)
  return data<Answer>({ status: 'no entry' }, opened.status === 'unknown' ? 404 : 401)
}

/** @param sentAt when the link was sent that still works; null where a new one goes now */
const FreshLinkCard = ({ sentAt, emailsAreHeld }: { sentAt: string | null; emailsAreHeld: boolean }) => (
  <EntryCard
    title={entryWords.checkEmail}
    text={
      sentAt === null ? (
        emailedLinkWords.sendingAnother
      ) : (
        <Sentence parts={linkStillWorksWords(<Moment at={sentAt} />)} />
      )
    }
  >
    {emailsAreHeld && <HeldEmails />}
  </EntryCard>
)

export default function AnswerEmailedLinkPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { pathname, search } = useLocation()
  const key = formKeys(page.formKey)
  if (answer?.status === 'fresh link') return <FreshLinkCard {...answer} />
  if (answer?.status === 'cookies blocked') return <CookiesBlockedCard again={`${pathname}${search}`} />
  const reply = answer?.status === 'invalid' ? answer : null
  if (page.card === 'continue') return <ContinueCard idempotencyKey={key('continue')} reply={reply} {...page} />
  if (page.card === 'unknown') return <SpentLinkCard idempotencyKey={key('sign-in')} why={emailedLinkWords.unknown} />
  if (page.why === 'sign-on') return <SignOnCard workspace={page.workspace} begin={page.begin} />
  return (
    <EntryCard
      workspace={page.workspace}
      title={entryWords.spentLink}
      text={newLinkOfferWords(emailedLinkWords[page.why])}
    >
      <Form idempotencyKey={key('send-fresh-link')} intent="send-fresh-link" reply={reply}>
        <div className="acts">
          <SubmitButton busyText={buttonWords.sending}>{emailedLinkWords.sendAnother}</SubmitButton>
        </div>
      </Form>
    </EntryCard>
  )
}
