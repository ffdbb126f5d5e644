import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { CeremonyFault } from '../passkeys/ceremony-faults.ts'
import { askForPasskey, forgetPasskey, waitForFilledPasskey } from '../passkeys/passkey-ceremony.ts'
import { passkeyRefusalWords } from '../passkeys/passkey-refusal-words.ts'
import type { PasskeyRefusal } from '../security-log/passkey-refusals.ts'
import { usePasskeySupport } from '../passkeys/use-passkey-support.ts'
import { minute } from '#app/kit/durations.ts'
import { passkeySignInWords } from './passkey-sign-in-words.ts'

/** What a passkey that did not let anyone in is answered. */
export type PasskeyRefused = {
  status: 'passkey refused'
  why: PasskeyRefusal
  credentialId: string
  /** Where to sign in instead. */
  begin?: string | undefined
}

/** Milliseconds after which the address field waits with a fresh challenge. */
const renewedAfter = 8 * minute

/**
 * Signs in with a passkey, by a button or from what the browser fills the address field with. Posts `credential` and `next` to the
 * sign-in page. For pages whose script runs.
 */
export function PasskeySignIn({ next }: { next?: string | undefined }) {
  const { submit, data, state } = useFetcher<PasskeyRefused | FormReply>()
  const isSupported = usePasskeySupport()
  const [fault, setFault] = useState<CeremonyFault | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const [round, setRound] = useState(0)
  const isBusy = isWaiting || state !== 'idle'

  const send = useCallback(
    (credential: { id: string }) => {
      const fields = {
        intent: 'sign-in-with-passkey',
        credential: JSON.stringify(credential),
        ...(next ? { next } : {}),
      }
      void submit(fields, { method: 'post', action: '/sign-in' })
    },
    [submit, next],
  )

  useEffect(() => {
    if (!isSupported) return
    const left = new AbortController()
    void waitForFilledPasskey(left.signal).then((chosen) => {
      if (chosen.status === 'made' && !left.signal.aborted) send(chosen.credential)
    })
    // A challenge works once, so the field gets a fresh one after each answer. The server takes a challenge back after ten minutes; the page may stay open for longer.
    const renewal = setTimeout(() => setRound((it) => it + 1), renewedAfter)
    return () => {
      clearTimeout(renewal)
      left.abort()
    }
  }, [isSupported, send, round, data])

  const refused = data?.status === 'passkey refused' ? data : undefined
  useEffect(() => {
    if (refused?.why === 'unknown') void forgetPasskey(refused.credentialId)
  }, [refused])

  async function ask() {
    if (isBusy) return
    setWaiting(true)
    setFault(null)
    const asked = await askForPasskey()
    setWaiting(false)
    if (asked.status === 'made') return send(asked.credential)
    if (asked.status === 'fault') setFault(asked.fault)
    setRound((it) => it + 1)
  }

  return (
    <>
      {!isBusy && <Said fault={fault} answer={data} />}
      {isSupported === true && (
        <>
          <Button onClick={() => void ask()} aria-disabled={isBusy || undefined}>
            {isWaiting
              ? passkeySignInWords.waiting
              : state === 'idle'
                ? passkeySignInWords.signIn
                : passkeySignInWords.signingIn}
          </Button>
          <p className="fine">{passkeySignInWords.forMembers}</p>
        </>
      )}
      {isSupported === false && <p className="fine">{passkeySignInWords.notSupported}</p>}
    </>
  )
}

function Said({ fault, answer }: { fault: CeremonyFault | null; answer: PasskeyRefused | FormReply | undefined }) {
  if (fault) return <Notice tone="must">{fault.message}</Notice>
  if (answer?.status === 'invalid') return <Notice tone="must">{answer.message}</Notice>
  if (answer?.status !== 'passkey refused') return null
  return (
    <Notice tone="must">
      {passkeyRefusalWords[answer.why]} {answer.begin && <a href={answer.begin}>{passkeySignInWords.toCompany}</a>}
    </Notice>
  )
}
