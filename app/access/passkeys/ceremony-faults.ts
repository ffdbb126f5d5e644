/** Why a browser or authenticator made or used no passkey, in words. `wantsSignIn`: it works once its owner has signed in again. */
export type CeremonyFault = { message: string; wantsSignIn: boolean }

const fault = (message: string): CeremonyFault => ({ message, wantsSignIn: false })

export const connectionBroke = fault('Connection lost, so nothing happened. Please try again.')

/** Errors by the names that WebAuthn gives them. It does not tell a press on Cancel from a wait that was too long, on purpose. */
const faults: Readonly<Record<string, CeremonyFault>> = {
  NotAllowedError: fault('Nothing happened: it was cancelled, or it took too long. You can try again.'),
  InvalidStateError: fault('This device or password manager already has a passkey of yours.'),
  ConstraintError: fault(
    'This device cannot hold a passkey: it needs a fingerprint, a face or a screen lock. Set one up, or use your phone.',
  ),
  NotSupportedError: fault('This device cannot make a passkey that we can use. Try your phone or a security key.'),
  SecurityError: fault('Passkeys do not work under this address. Open the page under the address in your emails.'),
}

const other = fault('Your browser could not finish this. Please try again.')

/** @returns undefined where nothing went wrong: another one began, or the page was left */
export function faultOf(error: unknown): CeremonyFault | undefined {
  const name = error instanceof Error ? error.name : ''
  return name === 'AbortError' ? undefined : (faults[name] ?? other)
}
