import type { Queue } from './computations.ts'

/**
 * The largest sizes of everything. Normal use never reaches them; they bound each computation before it starts. Data stored
 * before a limit was lowered can still be read and removed.
 */
export const bounds = {
  /** Dates are within this many years before or after today. */
  yearsAway: 10,
  /** Per plan, private ones of both sides included. */
  tasks: 300,
  milestones: 50,
  /** Tasks added at once, by their titles. */
  pastedTasks: 50,
  /** Tasks that one task depends on. */
  links: 20,
  /** Participants on one plan, and how many of them may join by email domain. */
  participants: 200,
  participantsByDomain: 150,
  /** Situations of key people on one plan. */
  situations: 50,
  /** Figures of one situation, which the database's check holds too. */
  figures: 5,
  /** Values measured on the way to one first win. */
  measurements: 500,
  /** Wins of one plan besides the first one. */
  furtherWins: 20,
  /** What a plan's customer needs, and the tasks that deliver one of it. */
  capabilities: 100,
  capabilityTasks: 20,
  /** Requests for a call or a talk that one champion gets in 24 hours, also those that are cancelled or declined. */
  callRequestsADay: 5,
  /** Versions of what is written of one win, and how many of them one champion is asked to approve in 24 hours. */
  pieceVersions: 100,
  piecesSentADay: 5,
  /** Answers of one champion in 24 hours that give, change or withdraw a consent, after which it can only be withdrawn. */
  consentsADay: 10,
  /** Channels of Slack and Teams of one workspace. */
  channels: 20,
  /** Members of one workspace, and its API keys that work. */
  members: 500,
  apiKeys: 100,
  /** Working days of one task, and of one lag either way: ten years. */
  workingDays: 2_600,
  /** Years from today to the last day that a plan may need. */
  planYears: 20,
  /** Days that the rules of a plan's tasks name together ("only on Tuesdays"), up to three years past the first win. */
  sittingDays: 60_000,
  /** Days listed one by one in one rule, and days left out of one. */
  listedDays: 200,
  leftOutDays: 100,
  /** Rows of days off, and of extra work days, of one side. */
  calendarRows: 100,
  /** People invited at once. */
  invitations: 20,
  /** Changes in one what-if. */
  edits: 200,
  /** Bytes of a request's body, and of a plan for the schedule endpoint: 10,000 tasks with 20,000 links, written with indents, are 8 MB. */
  body: 2 * 1024 * 1024,
  /** Bytes of a chosen file: a logo, as its table holds. */
  file: 200 * 1024,
  /** Bytes of a file that a plan is made from. */
  importedFile: 1.5 * 1024 * 1024,
  /** The same unpacked, of a file that is compressed. */
  unpackedFile: 20 * 1024 * 1024,
  /** Characters of the notes of a meeting that tasks are found in. */
  meetingNotes: 20_000,
  /** Rows and columns of a table that a plan is made from, and its characters. */
  importedRows: 1_000,
  importedColumns: 100,
  importedText: 400_000,
  /** Pixels of a picture: one of 200 KB can unfold to gigabytes, and is decoded while its plan waits, in about 0.1 s for as many. */
  picturePixels: 2_000 * 2_000,
  scheduleBody: 10 * 1024 * 1024,
  /** Bytes of a file of a task, and of all files of a plan; each is stored in pieces of this many bytes. */
  upload: 10 * 1024 * 1024,
  /** Bytes of a body that is taken as it arrives: far more than `upload`, so that who chose a larger file reads why it is refused. */
  streamedBody: 50 * 1024 * 1024,
  planFiles: 250 * 1024 * 1024,
  fileChunk: 256 * 1024,
  /** Links and files of one task. */
  attachments: 20,
  /** Comments on one task, one milestone, or the plan itself. */
  comments: 500,
  /** Rows of a long list on one page. */
  listRows: 100,
  /** Holidays of one calendar in the file of a plan. */
  fileHolidays: 1_000,
  /** Rows of a file of references, or of plans. */
  fileRows: 10_000,
  /** Milliseconds after which a provider that cannot be reached is reported, even if the failure is known sooner: the time must not reveal the reason. */
  providerTest: 3_000,
  /** Bytes of rendered pages that a process caches. */
  keptPages: 64 * 1024 * 1024,
  /** Milliseconds that a page waits for advice before it is shown without. */
  adviceWait: 400,
} as const

/**
 * How much of the list of plans is computed again at a time, where it is out of date: so many plans, in so many groups, each with no more tasks
 * than one plan may have; a page waits for one round, a job goes through so many. Those that are out of date are counted up to a bound.
 */
export const summaryRefreshBounds = { plans: 300, groups: 20, rounds: 10, counted: 1_000 } as const

/**
 * Of a search: letters and words that are looked for, words that a beginning or a typo may stand for, plans and things looked through for a word that
 * stands on many, things of a kind that are counted, and of how many plans the words are brought up to date at once.
 */
export const searchBounds = {
  letters: 200,
  words: 8,
  endings: 100,
  firstThings: 5,
  candidates: 200,
  plans: 10_000,
  things: 1_000,
  plansAtOnce: 20,
  rounds: 10_000,
} as const

/**
 * How long a workspace may keep its records, which the database's checks hold too. The least of each is what the product itself needs: half
 * a year of the log, 120 days to know what daily emails have said, used links to say so, and receipts to answer a repeated
 * form.
 */
export const retentionBounds = {
  keepSecurityLogMonths: { least: 6, most: 120 },
  keepEmailsDays: { least: 120, most: 730 },
  keepSessionsDays: { least: 30, most: 730 },
  keepReceiptsDays: { least: 7, most: 90 },
} as const

/** Within how many working hours a workspace can promise to answer a customer's question, which the database's checks hold too. */
export const answerHoursBounds = { least: 1, most: 80 } as const

/** From this share on a form says what the limit is. */
export const isNearlyFull = (size: number, most: number): boolean => size >= 0.9 * most

/**
 * The most characters of a text: fields say so beside themselves and take no more, so that no form that is filled by hand comes near
 * `bounds.body`, beyond which the server reads nothing and could show nothing again; schemas refuse more.
 */
export const textSizes = {
  /** An email address with what people paste around it. */
  address: 1_000,
  /** A list of email domains. */
  domains: 4_000,
  timeZone: 60,
  /** A number or an amount, with its blanks and marks. */
  number: 60,
  /** Of a task or a milestone. */
  title: 200,
  /** Who is in charge before someone is named; longer than a name, since it may say which person it stands for. */
  placeholder: 120,
  /** A sentence: the first win, why a date is fixed, why a task is sent back. */
  sentence: 500,
  measure: 200,
  unit: 60,
  audience: 200,
  /** What is to be done in a task, in Markdown. */
  description: 4_000,
  /** A case study, in Markdown. */
  caseStudy: 4_000,
  /** A web address. */
  url: 2_000,
  /** Why a day is off, or a name for listed days. */
  dayOff: 120,
  listedDays: 60,
  note: 1_000,
  /** What an inviter adds in their own words. */
  personalLine: 300,
  /** A country or state in words. */
  region: 200,
  /** A part of a key person's situation. */
  situation: 4_000,
  difference: 2_000,
  /** Where a figure of a situation comes from. */
  source: 200,
  comment: 4_000,
} as const

export type ThreadRule = {
  /** How long one computation may take, its waiting included. */
  milliseconds: number
  /** How many computations may wait for a thread; one more is refused. */
  waiting: number
  /** An idle thread ends after this long. */
  idleSeconds: number
}

/** Limits of computations outside the event loop: for people, for programs and for background jobs. */
export const threadRules = {
  people: { milliseconds: 15_000, waiting: 200, idleSeconds: 300 },
  programs: { milliseconds: 10_000, waiting: 20, idleSeconds: 60 },
  jobs: { milliseconds: 60_000, waiting: 200, idleSeconds: 60 },
} as const satisfies Record<Queue, ThreadRule>

export type StreamLimits = { perSession: number; perProcess: number }

/**
 * How many event streams may be open at once. A page has one while it is looked at; beyond these an answer is 429, and the page
 * asks again later.
 */
export const streamLimits: StreamLimits = { perSession: 10, perProcess: 5_000 }

/**
 * How many changes of one plan or workspace a process handles at once, and how long others wait, in milliseconds. They would
 * wait for the row anyway; waiting here holds no database connection. All plans of a workspace together get half of the connections.
 */
export const changeSlots = { perScope: 2, patience: 4_000 }
