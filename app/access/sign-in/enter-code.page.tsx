import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeApart } from '#app/kit/reads.server.ts'
import { newId } from '#app/kit/ids.ts'
import { holdsEmails } from '#app/outbox/email-hold.server.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues, Reply } from '#app/runner/reply.ts'
import { asReply, takeForm } from '#app/runner/take-form.server.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { codeWords, wrongCodeWords } from './code-words.ts'
import { CodeCard } from './code-card.tsx'
import { SpentCodeCard } from './entry-cards.tsx'
import { rememberDevice } from './known-device.server.ts'
import { personOf, signInPerson } from './let-in.server.ts'
import { settingCookies } from '../core/secret-cookies.server.ts'
import { countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { endCodeCookie, findCode, readCodeCookie, tryCode } from './sign-in-code.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(codeWords.pageTitle) }]

/** What was refused may have changed what the page is worth, so it is asked again then, too. */
export const shouldRevalidate = () => true

/** The second step on a new device: the code that was mailed to the address of the link. */
export async function loader({ request, context: { parts } }: LoaderFunctionArgs) {
  if (!readCodeCookie(parts, request)) throw redirect('/sign-in')
  const formKey = newId()
  const code = await findCode(parts, request)
  await parts.reads.end()
  return code.status === 'open'
    ? data({
        card: 'code' as const,
        formKey,
        workspace: code.workspace,
        emailsAreHeld: await holdsEmails(parts.db),
      })
    : data({ card: 'dead' as const, formKey }, 401)
}

export async function action({ request, context }: ActionFunctionArgs) {
  return takeForm(request, { 'enter-code': asReply(request, (values) => enterCode(request, context, values)) })
}

async function enterCode(request: Request, context: AppLoadContext, values: PostedValues) {
  const { parts } = context
  const network = networkIn(context)
  const cookie = readCodeCookie(parts, request)
  if (!cookie) return dead(values)
  await countAgainstLimit(context, [['code from a network', network]])
  const { workspaceId } = cookie
  const typed = (firstValue(values, 'code') ?? '').replace(/[\s-]/g, '')
  const outcome = await changeApart(parts, workspaceId, async (trx) => {
    const tried = await tryCode(parts, trx, cookie, { typed, network })
    if (tried.status !== 'right') return tried
    const { person, landing } = tried
    const device = await rememberDevice(parts, trx, workspaceId, personOf(person))
    const caller = { request, network }
    const cookies = await signInPerson(parts, trx, { person, caller, proof: { link: 'code' }, deviceId: device.id })
    return { status: 'in' as const, landing, cookies: [...cookies, device.cookie] }
  })
  if (outcome.status === 'dead') return dead(values)
  if (outcome.status === 'wrong') {
    const message = wrongCodeWords(outcome.left)
    return data<Reply>({ status: 'invalid', message: '', faults: [{ field: 'code', message }], values }, 422)
  }
  const cookies = [...outcome.cookies, ...endCodeCookie(parts, request, workspaceId)]
  throw redirect(outcome.landing, { status: 303, headers: settingCookies(cookies) })
}

const dead = (values: PostedValues) =>
  data<Reply>({ status: 'invalid', message: codeWords.spent, faults: [], values }, 401)

export default function EnterCodePage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const key = formKeys(page.formKey)
  if (page.card === 'dead') return <SpentCodeCard idempotencyKey={key('sign-in')} />
  const { workspace, emailsAreHeld } = page
  return (
    <CodeCard idempotencyKey={key('enter-code')} workspace={workspace} emailsAreHeld={emailsAreHeld} reply={reply} />
  )
}
