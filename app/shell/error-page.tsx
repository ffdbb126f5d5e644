import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { SignInForm } from '#app/access/sign-in/sign-in-form.tsx'
import { useRequestId } from '#app/kit/request-context.tsx'
import type { FormValues } from '#app/ui/form-reply.ts'
import { errorWords, messageOf, valuesOf } from './error-words.ts'
import { KeptForm } from './kept-form.tsx'
import { useNotedFault } from './use-noted-fault.ts'

/** The page for whatever a route threw: an answer that refuses, a broken connection, or a fault of ours. */
export function ErrorPage({ signedInAs }: { signedInAs?: string | undefined }) {
  const error = useRouteError()
  if (isRouteErrorResponse(error))
    return (
      <Refused
        status={error.status}
        message={messageOf(error.data)}
        values={valuesOf(error.data)}
        signedInAs={signedInAs}
      />
    )
  return isBrokenConnection(error) ? <Offline /> : <Refused status={500} message={undefined} error={error} />
}

/** What `fetch` rejects with in a browser that is cut off; on the server there is no such thing. */
const isBrokenConnection = (error: unknown) =>
  typeof window !== 'undefined' &&
  error instanceof TypeError &&
  (!navigator.onLine || /fetch|network/i.test(error.message))

type RefusedProps = {
  status: number
  message: string | undefined
  /** What was posted and could not be taken. */
  values?: FormValues | undefined
  /** What broke, where it was no answer. */
  error?: unknown
  /** Who asked, where somebody did: what is not there for one person may be for another. */
  signedInAs?: string | undefined
}

/** One calm page for every status; 401 asks for the address and leads back to where it was. */
function Refused({ status, message, values, error, signedInAs }: RefusedProps) {
  const { pathname, search } = useLocation()
  const requestId = useRequestId()
  const reference = useNotedFault(error)
  const { title, text } = errorWords(status, message)
  const asksToSignIn = status === 401 || status === 410
  const offersAnother = status === 403 || status === 404
  return (
    <div className="error-page">
      <p className="eyebrow">{status >= 500 ? 'Our fault' : status}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      {offersAnother && signedInAs && <p>You are signed in as {signedInAs}.</p>}
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
          {status === 500 && 'It is noted under this number. '}Reference <code>{reference}</code>
        </p>
      )}
      {(!asksToSignIn || values) && (
        <div className="acts">
          {status >= 500 && !values && (
            <a className="btn main" href={`${pathname}${search}`}>
              Try again
            </a>
          )}
          <a className="btn" href="/">
            To the start
          </a>
          {offersAnother && (
            <a
              className="btn"
              href={`/sign-in?${new URLSearchParams({ another: 'yes', next: `${pathname}${search}` })}`}
            >
              {signedInAs ? 'Sign in as somebody else' : 'Sign in'}
            </a>
          )}
        </div>
      )}
    </div>
  )
}

function Offline() {
  const { pathname, search } = useLocation()
  return (
    <div className="error-page">
      <h1>The connection broke</h1>
      <p>
        The page could not be loaded. If you had just sent something, look whether it arrived before you send it again.
      </p>
      <div className="acts">
        <a className="btn main" href={`${pathname}${search}`}>
          Try again
        </a>
      </div>
    </div>
  )
}
