import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { emailAddress } from '#app/kit/field-schemas.ts'
import { newId } from '#app/kit/ids.ts'
import { holdsEmails } from '#app/outbox/email-hold.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { PostedValues, Reply } from '#app/runner/reply.ts'
import { refusedReply } from '#app/runner/submit.server.ts'
import { asReply, takeForm } from '#app/runner/take-form.server.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { isMailLate } from '#app/outbox/is-mail-late.server.ts'
import { askForLink } from './ask-for-link.server.ts'
import { LinkSentCard, SignInCard } from './entry-cards.tsx'
import type { PasskeyRefused } from './passkey-sign-in.tsx'
import { settingCookies } from '../core/secret-cookies.server.ts'
import { countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { nextPath } from '../core/next-path.ts'
import { signedCredentialField } from '../passkeys/model.ts'
import { passkeyRefusals } from '../security-log/passkey-refusals.ts'
import { type PasskeyProof, signInWithPasskey } from './sign-in-by-passkey.server.ts'
import { landingFor } from '../participants/find-person.server.ts'
import { findViewer } from '../core/find-viewer.server.ts'
import { entryWords } from './entry-words.ts'
import { addressWords } from '#app/kit/field-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(entryWords.signIn) }]

export async function loader({ request, context: { parts } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const next = nextPath(searchParams.get('next'))
  const viewer = await findViewer(parts, request)
  if (viewer && !searchParams.has('another')) {
    const { actor } = viewer
    const landing = await parts.reads.in(actor.workspaceId, (trx) => landingFor(trx, actor, { next }))
    // Someone that no plan names any longer is led nowhere, and may sign in as someone else.
    if (landing !== '/sign-in') throw redirect(landing)
  }
  return {
    formKey: newId(),
    next,
    signedInAs: viewer?.actor.name,
    email: viewer ? readableAddress(viewer.email) : undefined,
  }
}

type Answer = Reply | { status: 'sent'; email: string; emailsAreHeld: boolean; isLate: boolean } | PasskeyRefused

const input = z.object({ email: emailAddress() })

export async function action({ request, context }: ActionFunctionArgs) {
  const handlers = {
    'send-sign-in-link': asReply(request, (values) => sendLink(context, values)),
    'sign-in-with-passkey': asReply(request, (values) => enterWithPasskey(request, context, values)),
  }
  return takeForm(request, handlers, { unnamed: 'send-sign-in-link' })
}

async function sendLink(context: AppLoadContext, values: PostedValues) {
  const parsed = input.safeParse({ email: firstValue(values, 'email') })
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? addressWords.notOne
    return data<Answer>({ status: 'invalid', message: '', faults: [{ field: 'email', message }], values }, 422)
  }
  const { email } = parsed.data
  await askForLink(context, { email, next: nextPath(firstValue(values, 'next')) })
  const [emailsAreHeld, isLate] = await Promise.all([holdsEmails(context.parts.db), isMailLate(context.parts.db)])
  return data<Answer>({ status: 'sent', email: readableAddress(email), emailsAreHeld, isLate })
}

/** The passkey's form, which script alone sends. */
async function enterWithPasskey(request: Request, context: AppLoadContext, values: PostedValues) {
  const network = networkIn(context)
  try {
    await countAgainstLimit(context, [['passkey from a network', network]])
  } catch (error) {
    if (error instanceof Refusal) return refusedReply(error, values)
    throw error
  }
  const credential = signedCredentialField.safeParse(firstValue(values, 'credential')).data
  const next = nextPath(firstValue(values, 'next'))
  const tried: PasskeyProof = credential
    ? await signInWithPasskey(context.parts, { credential, next, caller: { request, network } })
    : { status: 'refused', why: 'not ours' }
  if (tried.status === 'in') throw redirect(tried.landing, { status: 303, headers: settingCookies(tried.cookies) })
  const { why, begin } = tried
  return data<Answer>(
    { status: 'passkey refused', why, begin, credentialId: credential?.id ?? '' },
    passkeyRefusals[why],
  )
}

export default function SignInPage() {
  const { formKey, next, signedInAs, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.status === 'sent') return <LinkSentCard {...answer} />
  const posted = answer?.status === 'invalid' ? answer.values['next'] : undefined
  return (
    <SignInCard
      idempotencyKey={formKeys(formKey)('sign-in')}
      signedInAs={signedInAs}
      email={email}
      reply={answer?.status === 'passkey refused' ? undefined : answer}
      next={next ?? (typeof posted === 'string' ? posted : undefined)}
    />
  )
}
