import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { type CeremonyFault, connectionBroke, ceremonyFaultOf } from './ceremony-faults.ts'

/** Why the server gives no options. */
export type OptionsRefused = { message: string; wantsSignIn: boolean }

/** How asking an authenticator ended. */
type Ceremony<Credential> =
  | { status: 'made'; credential: Credential }
  | { status: 'fault'; fault: CeremonyFault }
  /** Another one began in its place, or the page was left. */
  | { status: 'stopped' }

/** Loaded where a passkey is used: 13 KB. */
const library = () => import('@simplewebauthn/browser')

/** @throws OptionsRefused as a fault */
async function optionsFrom<Options>(url: string): Promise<{ options: Options } | { fault: CeremonyFault }> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } }).catch(() => null)
  if (!answer) return { fault: connectionBroke }
  if (answer.ok) return { options: (await answer.json()) as Options }
  const refused = (await answer.json().catch(() => null)) as Partial<OptionsRefused> | null
  return { fault: { message: refused?.message ?? connectionBroke.message, wantsSignIn: refused?.wantsSignIn ?? false } }
}

async function carriedOut<Credential>(ceremony: () => Promise<Credential>): Promise<Ceremony<Credential>> {
  try {
    return { status: 'made', credential: await ceremony() }
  } catch (error) {
    const fault = ceremonyFaultOf(error)
    return fault ? { status: 'fault', fault } : { status: 'stopped' }
  }
}

/** Asks an authenticator for a new passkey, in the browser. @param url of the options */
export async function makePasskey(url: string): Promise<Ceremony<RegistrationResponseJSON>> {
  const asked = await optionsFrom<PublicKeyCredentialCreationOptionsJSON>(url)
  if ('fault' in asked) return { status: 'fault', fault: asked.fault }
  return carriedOut(async () => (await library()).startRegistration({ optionsJSON: asked.options }))
}

const signInOptions = '/sign-in/passkey'

/** Asks for one of the passkeys that this browser can reach, whosever it is. */
export async function askForPasskey(): Promise<Ceremony<AuthenticationResponseJSON>> {
  const asked = await optionsFrom<PublicKeyCredentialRequestOptionsJSON>(signInOptions)
  if ('fault' in asked) return { status: 'fault', fault: asked.fault }
  return carriedOut(async () => (await library()).startAuthentication({ optionsJSON: asked.options }))
}

/**
 * Offers passkeys among what the browser fills the address field with, where it can, and waits for one to be chosen.
 * @param signal ends the wait
 */
export async function waitForFilledPasskey(signal: AbortSignal): Promise<Ceremony<AuthenticationResponseJSON>> {
  if (!(await window.PublicKeyCredential.isConditionalMediationAvailable?.())) return { status: 'stopped' }
  const asked = await optionsFrom<PublicKeyCredentialRequestOptionsJSON>(signInOptions)
  if ('fault' in asked) return { status: 'stopped' }
  return carriedOut(async () => {
    const { startAuthentication, WebAuthnAbortService } = await library()
    signal.throwIfAborted()
    signal.addEventListener('abort', () => WebAuthnAbortService.cancelCeremony())
    return startAuthentication({ optionsJSON: asked.options, useBrowserAutofill: true })
  })
}

/** Tells the browser that a passkey no longer works, so that it stops offering it; few browsers listen yet. */
export async function forgetPasskey(credentialID: string): Promise<void> {
  const { sendSignal } = await library()
  await sendSignal({ signalName: 'unknownCredential', rpID: location.hostname, credentialID }).catch(() => undefined)
}
