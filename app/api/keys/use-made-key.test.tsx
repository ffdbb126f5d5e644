import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useMadeKey } from './use-made-key.ts'

test('a key that is shown once stays on the page when the form is sent again and refused', () => {
  const first = { status: 'made', name: 'CRM', key: 'fw_1' }
  const { result, rerender } = renderHook(useMadeKey, { initialProps: first as { status: string } | undefined })
  rerender({ status: 'invalid' })
  expect(result.current).toEqual(first)
  const second = { status: 'made', name: 'ERP', key: 'fw_2' }
  rerender(second)
  expect(result.current).toEqual(second)
})
