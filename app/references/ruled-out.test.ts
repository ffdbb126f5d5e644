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
    expect(ruledOut(['APAC', ' ', '–', '+'], deal)).toBeUndefined()
  })
  test('is found within a word of a script that has no blanks', () => {
    expect(ruledOut(['中国'], { ...deal, deal: '中国石油' })).toEqual({ entry: '中国', in: 'deal' })
    expect(ruledOut(['ญี่ปุ่น'], { ...deal, region: 'ประเทศญี่ปุ่น' })).toMatchObject({ in: 'region' })
    expect(ruledOut(['日本'], { ...deal, deal: '中国石油' })).toBeUndefined()
  })
  test('keeps the signs of a name', () => {
    expect(ruledOut(['C++', 'C#'], { ...deal, deal: 'Vitamin C Ltd' })).toBeUndefined()
    expect(ruledOut(['C++'], { ...deal, deal: 'Tools for C++.' })).toMatchObject({ entry: 'C++' })
    expect(ruledOut(['Acme'], { ...deal, deal: '(Acme) + Sons' })).toMatchObject({ entry: 'Acme' })
    expect(ruledOut(['Acme'], { ...deal, deal: 'Acme+Nordwind' })).toMatchObject({ entry: 'Acme' })
    expect(ruledOut(['Acme'], { ...deal, deal: 'Acme+ #1' })).toMatchObject({ entry: 'Acme' })
  })
})
