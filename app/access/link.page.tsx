import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { ContinueDoor, Door, SpentLinkDoor } from './components/doors.tsx'
import { SignOnDoor } from './components/sign-on-door.tsx'
import { type Opened, type Why, consumeLink, openLink, sendFreshLink } from './open-link.server.ts'
import { endSession, findViewer } from './session.server.ts'
import { signOnPath } from './sign-on/identity-provider.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Your link') }]

const nextIn = (request: Request) => new URL(request.url).searchParams.get('next') ?? undefined

/** Where somebody goes who is signed in under the link's address already: straight through, and the link stays as it is. */
async function straightThrough({ request, context }: LoaderFunctionArgs, opened: Opened): Promise<string | undefined> {
  if (opened.status === 'unknown') return undefined
  const viewer = await findViewer(context.parts, request)
  const { actor, email } = opened.person
  const isSame = viewer?.actor.workspaceId === actor.workspaceId && viewer.email === email
  return isSame ? opened.landing : undefined
}

/** Shows what the link is worth; opening it uses nothing up. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const opened = await openLink(context.parts, params['token'] ?? '', nextIn(request))
  const through = await straightThrough(args, opened)
  if (through) throw redirect(through)
  return pageOf(opened)
}

function pageOf(opened: Opened) {
  const formKey = newId()
  if (opened.status === 'open') {
    const { workspace = { name: '', logo: null }, project } = opened
    const destination = project ? `the plan for ${project}` : undefined
    return data({ door: 'continue' as const, formKey, name: opened.person.actor.name, workspace, destination })
  }
  // Whoever holds no secret of ours is not told whether there ever was such a link.
  return opened.status === 'spent'
    ? data(
        { door: 'spent' as const, formKey, why: opened.why, workspace: opened.workspace, begin: beginIn(opened) },
        401,
      )
    : data({ door: 'unknown' as const, formKey }, 404)
}

const beginIn = ({ link, landing }: Extract<Opened, { status: 'spent' }>) => signOnPath(link.workspaceId, landing)

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const { parts } = context
  const token = params['token'] ?? ''
  const values = await readForm(request).catch(throwAsPage)
  const next = nextIn(request)
  if (one(values, 'intent') === 'send-fresh-link') {
    const isSent = await sendFreshLink(parts, token)
    return data({ sent: isSent }, isSent ? 200 : 404)
  }
  const consumed = await consumeLink(parts, token, { next, device: request.headers.get('user-agent') })
  if (consumed.status === 'in') {
    await endSession(parts, request)
    throw redirect(consumed.landing, { status: 303, headers: { 'Set-Cookie': consumed.cookie } })
  }
  // Pressed twice: the first press let the same person in.
  const opened = await openLink(parts, token, next)
  const through = await straightThrough(args, opened)
  if (through) throw redirect(through, 303)
  return data({ sent: false }, opened.status === 'unknown' ? 404 : 401)
}

const spentWords = {
  used: 'It was used already; each link works once.',
  expired: 'It waited too long.',
  revoked: 'A newer one was sent, or it was taken back.',
} as const satisfies Record<Exclude<Why, 'sign-on'>, string>

export default function LinkPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const key = formKeys(page.formKey)
  if (answer?.sent)
    return <Door title="Look in your mail" text="A new link is on its way to the address that this one was sent to." />
  if (page.door === 'continue') return <ContinueDoor idempotencyKey={key('continue')} {...page} />
  if (page.door === 'unknown')
    return <SpentLinkDoor idempotencyKey={key('sign-in')} why="It is not one of ours, or it was cut off." />
  if (page.why === 'sign-on') return <SignOnDoor workspace={page.workspace} begin={page.begin} />
  return (
    <Door
      workspace={page.workspace}
      title="This link no longer opens"
      text={`${spentWords[page.why]} A new one goes to the address that this one was sent to, and to no other.`}
    >
      <Form idempotencyKey={key('send-fresh-link')} intent="send-fresh-link">
        <div className="acts">
          <SubmitButton busyText="Sending…">Send a new link</SubmitButton>
        </div>
      </Form>
    </Door>
  )
}
