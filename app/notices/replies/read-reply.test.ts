import { expect, test } from 'vitest'
import { mailHeaders } from './mail-headers.ts'
import { addressOf, isAutomatic, readReply } from './read-reply.ts'

const quoted = '\n\nOn Wed, 17 Jun 2026 at 10:00, Sam Ortiz <sam@brightline.example> wrote:\n> Please sign.\n> Done'

test.each([
  ['Thanks, will do.', 'Thanks, will do.'],
  ['Two lines\nof text', 'Two lines\nof text'],
  ['With a name\r\n\r\n-- \r\nPriya Raman\r\nHead of finance', 'With a name'],
])('what someone wrote is a comment, without quotes and signature: %j', (written, text) => {
  expect(readReply(written + quoted)).toEqual({ says: 'comment', text })
})

test.each(['Done 2', 'done #2.', 'DONE  2!'])('a first line %j names the second task', (line) => {
  expect(readReply(line + quoted)).toEqual({ says: 'done', number: 2, text: '' })
})

test.each(['Done 1, 2', 'Done 2 days ago', 'Done 2.5', 'Done -1', 'Done 100'])('%j names no task', (line) => {
  expect(readReply(line)).toEqual({ says: 'comment', text: line })
})

test.each(['Done', 'done.', 'DONE!', '  done '])('a first line %j checks off', (line) => {
  expect(readReply(line + quoted)).toEqual({ says: 'done', number: null, text: '' })
  expect(readReply(`${line}\nSigned by both.${quoted}`)).toEqual({
    says: 'done',
    number: null,
    text: 'Signed by both.',
  })
})

test('only a first line that says nothing else checks off', () => {
  for (const text of ['Done with lunch, more later', 'Not done', 'It is done\nDone'])
    expect(readReply(text)).toEqual({ says: 'comment', text })
})

test('stuck because asks why', () => {
  expect(readReply(`Stuck because Legal is away${quoted}`)).toEqual({ says: 'stuck', text: 'Legal is away' })
  expect(readReply('stuck because: no one answers\nWho can?')).toEqual({
    says: 'stuck',
    text: 'no one answers\nWho can?',
  })
})

test('only quotes say nothing', () => {
  expect(readReply(quoted)).toEqual({ says: 'nothing' })
  expect(readReply('')).toEqual({ says: 'nothing' })
})

test.each([
  { 'Auto-Submitted': 'auto-replied' },
  { Precedence: 'bulk' },
  { Precedence: 'auto_reply' },
  { 'X-Autoreply': 'yes' },
  { 'X-Autorespond': '' },
  { 'List-Id': '<all.halden.example>' },
  { 'Return-Path': '<>' },
])('an email with %j was written by a program', (headers) => {
  expect(isAutomatic('Priya <priya@halden.example>', mailHeaders(headers))).toBe(true)
  const byHand = mailHeaders({ 'auto-submitted': 'no', precedence: 'normal', received: ['by a', 'by b'] })
  expect(isAutomatic('Priya <priya@halden.example>', byHand)).toBe(false)
})

test('knows the senders that are no people', () => {
  for (const from of ['MAILER-DAEMON@halden.example', 'Mail <postmaster@halden.example>', 'no-reply@x.example'])
    expect(isAutomatic(from, mailHeaders(null)), from).toBe(true)
  expect(addressOf('"Raman, Priya" <Priya@Halden.example>')).toBe('priya@halden.example')
})

test.each([
  ['"priya@halden.example" <mallory@elsewhere.example>', 'mallory@elsewhere.example'],
  ['priya@halden.example <mallory@elsewhere.example>', 'mallory@elsewhere.example'],
  ['"A \\" <priya@halden.example>" <mallory@elsewhere.example>', 'mallory@elsewhere.example'],
  ['Raman, Priya <PRIYA@HALDEN.EXAMPLE>', 'priya@halden.example'],
  ['  <priya@halden.example>  ', 'priya@halden.example'],
  ['Priya <priya@h\u00e4lden.example>', 'priya@xn--hlden-gra.example'],
  // Several senders, or none that can be read for sure.
  ['mallory@elsewhere.example, Priya <priya@halden.example>', ''],
  ['Mallory <mallory@elsewhere.example>, Priya <priya@halden.example>', ''],
  ['<mallory@elsewhere.example> <priya@halden.example>', ''],
  ['priya@halden.example (<mallory@elsewhere.example>)', ''],
  ['priya@halden.example, mallory@elsewhere.example', ''],
  ['priya@halden.example@elsewhere.example', ''],
  ['Priya', ''],
  // Letters that look like others, or become them: K of the Kelvin scale, a Cyrillic a, letters of full width.
  ['\u212aim@halden.example', ''],
  ['priy\u0430@halden.example', ''],
  ['\uff50riya@halden.example', ''],
])('the sender of %j is %j', (from, address) => {
  expect(addressOf(from)).toBe(address)
})
