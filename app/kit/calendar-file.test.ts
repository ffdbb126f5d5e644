import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Appointment, appointmentFile } from './calendar-file.ts'

const appointment: Appointment = {
  uid: 'call-1@firstwin.example',
  version: 0,
  isCancelled: false,
  madeAt: new Date('2026-06-17T08:00:00.123Z'),
  from: new Date('2026-06-23T12:00:00Z'),
  to: new Date('2026-06-23T12:30:00Z'),
  title: 'Reference call: Halden Foods, Adria; and more',
  text: 'First line\nA \\ in the second',
  organizer: { name: 'Mara "M" Keller', email: 'mara@brightline.example' },
  attendees: [{ name: 'Priya Raman', email: 'priya@halden.example' }],
}

/** As a calendar program reads it: folded lines are joined (RFC 5545, 3.1). */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  test('is an accepted invitation with its times in UTC', () => {
    expect(linesOf(appointmentFile(appointment))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Firstwin//Calls//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:call-1@firstwin.example',
      'SEQUENCE:0',
      'DTSTAMP:20260617T080000Z',
      'DTSTART:20260623T120000Z',
      'DTEND:20260623T123000Z',
      'SUMMARY:Reference call: Halden Foods\\, Adria\\; and more',
      'DESCRIPTION:First line\\nA \\\\ in the second',
      'ORGANIZER;CN="Mara M Keller":mailto:mara@brightline.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="Priya Raman":MAILTO:priya@halden.example',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('cancels the same appointment with a higher version', () => {
    const lines = linesOf(appointmentFile({ ...appointment, isCancelled: true, version: 1 }))
    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', 'UID:call-1@firstwin.example']),
    )
  })

  test('has no line over 75 octets, tears no character apart, and gives back what was written', () => {
    fc.assert(
      // U+FFFD stands in a file where a character was torn apart: no text has it.
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !text.includes('\uFFFD')),
        (text) => {
          const file = appointmentFile({ ...appointment, title: text })
          for (const line of file.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
            expect(line).not.toContain('\uFFFD')
          }
          expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
          const summary = linesOf(file).find((line) => line.startsWith('SUMMARY:')) ?? ''
          const read = summary.slice(8).replace(/\\([\\;,nN])/g, (_, it: string) => (/n/i.test(it) ? '\n' : it))
          expect(read).toBe(text.replace(/\r\n?/g, '\n').replace(/[^\n\P{Cc}]/gu, ' '))
        },
      ),
    )
  })

  test('cannot be ended or given another line by what people typed', () => {
    const typed = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM'
    const file = appointmentFile({
      ...appointment,
      title: typed,
      text: typed,
      organizer: { name: typed, email: 'a@b.example' },
    })
    expect(linesOf(file).filter((line) => /^(BEGIN|END):V/.test(line))).toHaveLength(4)
  })
})
