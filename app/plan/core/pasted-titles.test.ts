import { expect, it } from 'vitest'
import { pastedTitles } from './pasted-titles.ts'

it('takes each line as a title and leaves out empty ones', () =>
  expect(pastedTitles('Kick-off\r\n\n  Connect the ledger  \n\u200b\n')).toEqual(['Kick-off', 'Connect the ledger']))

it.each([
  ['- Kick-off', 'Kick-off'],
  ['  • Kick-off', 'Kick-off'],
  ['* [ ] Kick-off', 'Kick-off'],
  ['[x] Kick-off', 'Kick-off'],
  ['12. Kick-off', 'Kick-off'],
  ['3) Kick-off', 'Kick-off'],
  ['1.\tKick-off', 'Kick-off'],
  ['2027 budget approved', '2027 budget approved'],
  ['1.5 days of training', '1.5 days of training'],
  ['-5 °C test', '-5 °C test'],
  ['Data import – part 2', 'Data import – part 2'],
])('reads %j as %j', (line, title) => expect(pastedTitles(line)).toEqual([title]))

it('takes nothing from nothing', () => expect(pastedTitles(' \n ')).toEqual([]))
