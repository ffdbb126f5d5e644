import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useMadeKey } from './use-made-key.ts'

type Page = { answer: { status: string } | undefined; keys: Parameters<typeof useMadeKey>[1] }

const first = { status: 'made', keyId: '1', name: 'CRM', key: 'fw_1' }

const onPage = (initialProps: Page) =>
  renderHook(({ answer, keys }: Page) => useMadeKey(answer, keys), { initialProps })

test('a key that is shown once stays on the page when the form is sent again and refused', () => {
  const { result, rerender } = onPage({ answer: first, keys: [] })
  expect(result.current, 'the list may still be from before').toEqual(first)
  const keys = [{ id: '1', state: 'works' }] as const
  rerender({ answer: { status: 'invalid' }, keys })
  expect(result.current).toEqual(first)
  const second = { status: 'made', keyId: '2', name: 'ERP', key: 'fw_2' }
  rerender({ answer: second, keys })
  expect(result.current).toEqual(second)
})

test('a key that is revoked is not offered to copy any longer, and another one that is revoked takes nothing away', () => {
  const { result, rerender } = onPage({ answer: first, keys: [{ id: '1', state: 'works' }] })
  rerender({
    answer: undefined,
    keys: [
      { id: '1', state: 'works' },
      { id: '0', state: 'revoked' },
    ],
  })
  expect(result.current).toEqual(first)
  rerender({ answer: undefined, keys: [{ id: '1', state: 'revoked' }] })
  expect(result.current).toBeUndefined()
})
