import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readUserHandle, userHandleOf } from './user-handle.ts'

test('what is put into a user handle comes out of it, in 32 bytes', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (workspaceId, memberId) => {
      const bytes = userHandleOf({ workspaceId, memberId })
      expect(bytes).toHaveLength(32)
      expect(readUserHandle(Buffer.from(bytes).toString('base64url'))).toEqual({ workspaceId, memberId })
    }),
  )
})

test('a handle of another length is not ours', () => {
  for (const text of ['', 'AAAA', 'A'.repeat(42), 'A'.repeat(44), '!?']) expect(readUserHandle(text)).toBeUndefined()
})
