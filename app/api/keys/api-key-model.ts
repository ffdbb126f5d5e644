import { z } from 'zod'
import { requiredId, requiredName, oneOf, someOf, requiredText } from '#app/kit/field-schemas.ts'
import { apiScopes } from '#app/policy/api-scopes.ts'
import { keyRefusals } from './api-key-words.ts'

/** How long a key may live, in days; one that never ends is asked for by name. */
const keyLives = ['30', '90', '365', 'never'] as const

/** A key as its page makes it: the secret itself goes to the person alone, so only its hash comes here. */
export const makeApiKeyInput = z.object({
  keyId: requiredId(),
  secretHash: requiredText(60),
  name: requiredName(),
  scopes: someOf(apiScopes).refine((scopes) => scopes.length > 0, keyRefusals.chooseOne),
  life: oneOf(keyLives),
})

export const revokeApiKeyInput = z.object({ keyId: requiredId() })
