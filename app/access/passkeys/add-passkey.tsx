import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useAction } from '#app/ui/drawn-for.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SignInElsewhere } from '#app/ui/sign-in-elsewhere.tsx'
import type { CeremonyFault } from './ceremony-faults.ts'
import { makePasskey } from './passkey-ceremony.ts'
import { usePasskeySupport } from './use-passkey-support.ts'
import { addPasskeyWords } from './passkey-words.ts'

const refusalIn = (reply: FormReply | undefined): CeremonyFault | null =>
  reply?.status === 'invalid' ? { message: reply.message ?? '', wantsSignIn: reply.wantsSignIn ?? false } : null

/** Makes a passkey on this device, phone or security key, and posts it as `credential`. Needs script, and says so. */
export function AddPasskey({ idempotencyKey }: { idempotencyKey: string }) {
  const { submit, data, state } = useFetcher<FormReply>()
  const [action, options] = [useAction('/passkeys'), useAction('/passkeys/options')]
  const isSupported = usePasskeySupport()
  const [fault, setFault] = useState<CeremonyFault | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const isBusy = isWaiting || state !== 'idle'
  const said = isBusy ? null : (fault ?? refusalIn(data))

  async function add() {
    if (isBusy || !options || !action) return
    setWaiting(true)
    setFault(null)
    const made = await makePasskey(options)
    setWaiting(false)
    if (made.status === 'fault') setFault(made.fault)
    if (made.status !== 'made') return
    const fields = { intent: 'add-passkey', idempotencyKey, credential: JSON.stringify(made.credential) }
    void submit(fields, { method: 'post', action, preventScrollReset: true })
  }

  if (isSupported === false) return <p>{addPasskeyWords.notSupported}</p>
  return (
    <>
      {isSupported === null && <p className="without-script">{addPasskeyWords.needsScript}</p>}
      {said && (
        <Notice tone="must">
          {said.message} {said.wantsSignIn && <SignInElsewhere />}
        </Notice>
      )}
      <div className="acts passkey-acts">
        {isSupported && (
          <Button tone="main" onClick={() => void add()} aria-disabled={isBusy || undefined}>
            {isWaiting ? addPasskeyWords.waiting : state === 'idle' ? addPasskeyWords.add : addPasskeyWords.adding}
          </Button>
        )}
      </div>
    </>
  )
}
