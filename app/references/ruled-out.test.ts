import { describe, expect, test } from 'vitest'
import { ruledOut } from './ruled-out.ts'

describe('what a champion never wants to be a reference for', () => {
  const deal = { deal: 'Adria Capacity Ltd', region: 'Südeuropa', competitor: null }
  test('is found in the deal, its region and its competitor, in any case', () => {
    expect(ruledOut(['adria'], deal)).toEqual({ entry: 'adria', in: 'deal' })
    expect(ruledOut(['SUDEUROPA'], deal)).toEqual({ entry: 'SUDEUROPA', in: 'region' })
    expect(ruledOut(['Acme', 'Northwind'], { ...deal, competitor: 'Northwind, Inc.' })).toEqual({
      entry: 'Northwind',
      in: 'competitor',
    })
  })
  test('is found by whole words alone', () => {
    expect(ruledOut(['APAC', ' ', '–'], deal)).toBeUndefined()
  })
})
