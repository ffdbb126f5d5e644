import { expect, test } from 'vitest'
import { isRefusedForGood } from './is-refused-for-good.ts'

test.each([
  [422, 'validation_error', true],
  [400, 'invalid_idempotency_key', true],
  [413, 'payload_too_large', true],
  [409, 'invalid_idempotent_request', true],
  [409, 'concurrent_idempotent_requests', false],
  [429, 'rate_limit_exceeded', false],
  [401, 'missing_api_key', false],
  [403, 'invalid_api_key', false],
  [500, 'internal_server_error', false],
  [null, 'application_error', false],
])('an answer of %s %s is final: %s', (statusCode, name, isFinal) => {
  expect(isRefusedForGood({ name, statusCode })).toBe(isFinal)
})
