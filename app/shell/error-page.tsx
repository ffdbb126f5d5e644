import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { SignInForm } from '#app/access/sign-in/sign-in-form.tsx'
import { useRequestId } from '#app/kit/request-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import type { FormValues } from '#app/ui/form-reply.ts'
import { Name } from '#app/ui/name.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { SignInAsAnother } from '#app/ui/sign-in-as-another.tsx'
import { errorPageWords, errorWords, referenceWords, signedInAsWords } from './error-words.ts'
import { refusedValuesOf, refusalMessageOf } from './refused-answer.ts'
import { KeptForm } from './kept-form.tsx'
import { useNotedFault } from './use-noted-fault.ts'
import type { ShellViewer } from './shell-viewer.ts'
import { signInLinkWords } from '#app/ui/sign-in-link-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { frameWords } from './frame-words.ts'

/** The page for anything that a route throws: a refusal, a broken connection, or an internal error. */
export function ErrorPage({ viewer }: { viewer: ShellViewer | null }) {
  const error = useRouteError()
  if (isRouteErrorResponse(error))
    return (
      <Refused
        status={error.status}
        message={refusalMessageOf(error.data)}
        values={refusedValuesOf(error.data)}
        viewer={viewer}
      />
    )
  return isBrokenConnection(error) ? (
    <Offline />
  ) : (
    <Refused status={500} message={undefined} error={error} viewer={viewer} />
  )
}

/** Whether `fetch` failed because the browser is offline. Never true on the server. */
const isBrokenConnection = (error: unknown) =>
  typeof window !== 'undefined' &&
  error instanceof TypeError &&
  (!navigator.onLine || /fetch|network/i.test(error.message))

type RefusedProps = {
  status: number
  message: string | undefined
  /** The posted values that could not be saved. */
  values?: FormValues | undefined
  /** The error, where it was not a response. */
  error?: unknown
  /** The signed-in person, if any: what is hidden from one person may be visible to another. */
  viewer: ShellViewer | null
}

/** One page for every status; 401 asks for the email address and leads back to the requested page. */
function Refused({ status, message, values, error, viewer }: RefusedProps) {
  const { pathname, search } = useLocation()
  const requestId = useRequestId()
  const reference = useNotedFault(error)
  const { title, text } = errorWords(status, message)
  const asksToSignIn = status === 401 || status === 410
  const offersAnother = status === 403 || status === 404
  return (
    <div className="error-page">
      <p className="eyebrow">{status >= 500 ? errorPageWords.ourError : status}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      {offersAnother && viewer && (
        <p>
          <Sentence parts={signedInAsWords(<Name>{viewer.name}</Name>)} />
        </p>
      )}
      {values && <KeptForm status={status} values={values} />}
      {asksToSignIn && !values && (
        <div className="panel">
          <SignInForm
            idempotencyKey={`${requestId}:sign-in`}
            next={status === 401 ? `${pathname}${search}` : undefined}
          />
        </div>
      )}
      {status >= 500 && reference && (
        <p className="reference">
          <Sentence parts={referenceWords(status, <code>{reference}</code>)} />
        </p>
      )}
      {(!asksToSignIn || values) && (
        <div className="acts">
          {status >= 500 && !values && (
            <a className="btn main" href={`${pathname}${search}`}>
              {buttonWords.tryAgain}
            </a>
          )}
          <a className="btn" href="/">
            {errorPageWords.toStart}
          </a>
          {offersAnother && <OtherWays viewer={viewer} />}
        </div>
      )}
    </div>
  )
}

/** Other ways to continue: the reader's own plans, another workspace, or signing in as someone else. */
const OtherWays = ({ viewer }: { viewer: ShellViewer | null }) => (
  <>
    {viewer && viewer.plans.length > 0 && <ButtonLink to="/your-plans">{frameWords.yourPlans}</ButtonLink>}
    {viewer?.among && <ButtonLink to="/switch">{frameWords.switchWorkspace}</ButtonLink>}
    <SignInAsAnother>{viewer ? signInLinkWords.asAnother : errorPageWords.signIn}</SignInAsAnother>
  </>
)

function Offline() {
  const { pathname, search } = useLocation()
  return (
    <div className="error-page">
      <h1>{errorPageWords.offline}</h1>
      <p>{errorPageWords.offlineText}</p>
      <div className="acts">
        <a className="btn main" href={`${pathname}${search}`}>
          {buttonWords.tryAgain}
        </a>
      </div>
    </div>
  )
}
