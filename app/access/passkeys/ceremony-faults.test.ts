import { WebAuthnError } from '@simplewebauthn/browser'
import { expect, test } from 'vitest'
import { ceremonyFaultOf } from './ceremony-faults.ts'

const named = (name: string) => Object.assign(new Error('as browsers say it'), { name })

test('what a browser throws becomes words of ours, also as the library hands it on', () => {
  expect(ceremonyFaultOf(named('NotAllowedError'))?.message).toContain('cancelled or took too long')
  const wrapped = new WebAuthnError({
    message: 'The authenticator was previously registered',
    code: 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED',
    cause: named('InvalidStateError'),
  })
  expect(ceremonyFaultOf(wrapped)?.message).toContain('already has a passkey for your account')
})

test('what no one knows is said as it is, without the words of the browser', () => {
  for (const error of [named('EncodingError'), new TypeError('x is undefined'), 'odd', null])
    expect(ceremonyFaultOf(error)?.message).toBe('Your browser could not complete this. Please try again.')
})

test('being stopped for another one is no fault', () => {
  expect(ceremonyFaultOf(named('AbortError'))).toBeUndefined()
})
