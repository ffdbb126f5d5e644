import type { SentNotice } from '#app/outbox/when-told.ts'
import { type Samples, samplePlan } from './sample-plan.ts'
import { callSamples } from './call-samples.ts'
import { everyDailyNews } from './every-daily-news.ts'
import { planSamples } from './plan-samples.ts'
import { winSamples } from './win-samples.ts'

const toBuyer = { ...samplePlan, name: 'Priya Raman' }
const toRep = { ...samplePlan, name: 'Mara Keller' }

/** Every email as it reads in the life of a plan. A kind of notice without one does not compile. */
export const sampleNotices: Samples<SentNotice['kind']> = {
  'sign-in': {
    'a sign-in link': { ...toRep, validFor: '15 minutes' },
    'a link, or single sign-on': {
      ...toRep,
      validFor: '15 minutes',
      signOn: { required: false, link: 'https://plans.example/sso/brightline/start' },
    },
    'single sign-on only': { ...toRep, signOn: { required: true, link: 'https://plans.example/sso/brightline/start' } },
  },
  'sign-in-code': {
    'a new device': { ...toRep, codeId: '0b0e7a52-9a5c-4f0e-8a0e-000000000001', works: '10 minutes' },
  },
  'champion-proposed': {
    'in place of the champion': {
      ...toBuyer,
      person: 'Tomás Ibarra',
      champion: 'Priya Raman',
      by: 'Mara Keller',
      earliestOn: '2026-06-23',
      reader: 'champion',
    },
    'without a champion yet': {
      ...toBuyer,
      name: 'Tomás Ibarra',
      person: 'Tomás Ibarra',
      champion: null,
      by: 'Mara Keller',
      earliestOn: '2026-06-23',
      reader: 'proposed',
    },
  },
  'handoff-offered': {
    'by the lead, with a note': {
      ...{ ...samplePlan, name: 'Lena Fischer', by: 'Mara Keller', lead: 'Mara Keller' },
      note: 'Legal is slow in August: call Priya before you plan anything there.',
    },
    'by an admin': { ...{ ...samplePlan, name: 'Lena Fischer', by: 'Tom Aldridge', lead: 'Mara Keller' }, note: null },
  },
  ...planSamples,
  ...winSamples,
  ...callSamples,
  'member-added': {
    'by an admin': { ...toRep, name: 'Lena Fors', by: 'Henrike Aalto', validFor: '14 days' },
    'with a corrected address': {
      ...toRep,
      ...{ name: 'Lena Fors', by: 'Henrike Aalto', validFor: '14 days', isCorrected: true },
    },
    'the first admin': { ...toRep, name: 'Henrike Aalto', by: null, validFor: '14 days' },
  },
  'security-notice': {
    'signed out by an admin': {
      ...toRep,
      title: 'Henrike Aalto signed you out',
      happened:
        'Henrike Aalto, an admin of Brightline, signed you out on Firefox on Windows. You can sign in again with your address.',
    },
    'a passkey was added': {
      ...toRep,
      title: 'A passkey was added',
      happened: 'You added the passkey “Work laptop” at Brightline. It signs you in without an email.',
      button: 'See your passkeys',
    },
  },
  daily: {
    'one plan, tasks and news': {
      ...toBuyer,
      on: '2026-06-17',
      plans: [
        {
          planId: 'close',
          project: samplePlan.project,
          other: 'Brightline',
          waiting: [
            {
              taskId: 'task-1',
              title: 'Sign the data processing agreement',
              doBy: '2026-06-10',
              why: 'late',
              expected: '2026-06-19',
            },
            { taskId: 'task-2', title: 'Send the contract to Legal', doBy: '2026-06-19', why: 'due' },
            { taskId: 'task-3', title: 'Map the chart of accounts', doBy: '2026-07-22', why: 'next' },
            { taskId: 'task-5', title: 'Name the testers', doBy: '2026-08-03', why: 'given', by: 'Mara Keller' },
          ],
          news: [
            'Mara Keller moved “Kick-off” to the milestone “Ready to test”',
            'Lena Fors checked off “Connect the ledger”',
          ],
        },
      ],
      told: [],
    },
    'two plans, of a member': {
      ...toRep,
      on: '2026-06-17',
      plans: [
        {
          planId: 'close',
          project: samplePlan.project,
          other: 'Halden Foods',
          waiting: [{ taskId: 'task-4', title: 'Answer the security questionnaire', doBy: '2026-06-18', why: 'due' }],
          news: [],
        },
        {
          planId: 'rollout',
          project: 'Line 3 retrofit',
          other: 'Nordwerk',
          waiting: [],
          news: ['Nordwerk asks for a change: “Move the site test after the summer shutdown.”'],
        },
      ],
      told: [],
    },
    'comments and a mention': {
      ...toBuyer,
      on: '2026-06-17',
      plans: [
        {
          planId: 'close',
          project: samplePlan.project,
          other: 'Brightline',
          waiting: [],
          news: [],
          comments: [
            {
              commentId: '0b0e7a52-9a5c-4f0e-8a0e-000000000001',
              by: 'Mara Keller',
              title: 'Contract at Legal',
              text: '@Priya the liability cap is now in the order form, page 4.',
              why: 'mentioned',
            },
            {
              commentId: '0b0e7a52-9a5c-4f0e-8a0e-000000000002',
              by: 'Lena Fors',
              title: 'Map the chart of accounts',
              text: 'One page was enough last time.',
              why: 'owner',
            },
          ],
        },
      ],
      told: [],
    },
    'all that only this email tells': {
      ...toBuyer,
      on: '2026-06-17',
      plans: [
        {
          ...{ planId: 'close', project: samplePlan.project, other: 'Brightline', waiting: [] },
          ...everyDailyNews('2026-06-17'),
        },
      ],
      told: [],
    },
    'news only': {
      ...toBuyer,
      on: '2026-06-17',
      plans: [
        {
          planId: 'close',
          project: samplePlan.project,
          other: 'Brightline',
          waiting: [],
          news: ['Mara Keller moved “Kick-off” to the milestone “Ready to test”'],
        },
      ],
      told: [],
    },
  },
}
