import { expect, test } from 'vitest'
import { figureFields, postedFigures, rowsOfFigures, typedFigures, wholeFigures } from './figure-rows.ts'
import { situationInput } from './situation-input.server.ts'

const posted = {
  'figures.0.amount': '1.250',
  'figures.0.unit': 'EUR',
  'figures.0.source': 'Finance report Q2',
  'figures.1.amount': '',
  'figures.1.unit': 'hours',
  'figures.1.source': ' ',
  'figures.2.amount': '2',
  'figures.2.unit': 'people',
  'figures.2.source': '',
}

test('rows become a list, blank ones passed over, each with the name of its fields', () => {
  expect(situationInput(posted, { decimal: ',', group: '.' })['figures']).toEqual([
    { amount: '1250', unit: 'EUR', source: 'Finance report Q2', field: 'figures.0' },
    { amount: '2', unit: 'people', source: '', field: 'figures.2' },
  ])
})

test('an amount that can be read in two ways stays as it was typed where nothing settles it', () => {
  expect(situationInput(posted, null)['figures']).toMatchObject([{ amount: '1.250' }, { amount: '2' }])
})

test('a page from before there were figures says nothing of them', () => {
  expect(situationInput({ issue: 'The close takes a month' }, null)).not.toHaveProperty('figures')
  expect(typedFigures({ issue: 'The close takes a month' })).toBeNull()
})

test('what a chooser settled comes whole, and is shown in place of what was typed', () => {
  const whole = JSON.stringify([{ amount: 1.125, unit: 'EUR', source: 'Dana' }])
  const settled = { ...posted, figures: whole }
  expect(situationInput(settled, null)['figures']).toBe(whole)
  expect(postedFigures(settled)).toEqual([{ amount: '1.1250', unit: 'EUR', source: 'Dana' }])
  expect(wholeFigures('none')).toBeNull()
})

test('stored figures fill the rows so that each number reads in one way alone', () => {
  expect(figureFields(rowsOfFigures([{ amount: 1.125, unit: 'hours', source: 'Dana' }]))).toEqual({
    'figures.0.amount': '1.1250',
    'figures.0.unit': 'hours',
    'figures.0.source': 'Dana',
  })
})
