import { dataVersion } from './data-version.ts'

/** Every address of the product that has parameters. A test compares this file with app/routes.ts. */

/** A path with each of its parameters encoded. */
const path = (texts: TemplateStringsArray, ...params: (string | number)[]): string =>
  texts.reduce((made, text, at) => made + encodeURIComponent(params[at - 1] ?? '') + text)

/** With a query, if it has any values. */
const asked = (to: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length > 0 ? `${to}?${new URLSearchParams(given)}` : to
}

export const paths = {
  plan: (planId: string) => path`/plans/${planId}`,
  /** A customer, with everything that the vendor knows of it. */
  account: (accountId: string, query: Readonly<Record<string, string>> = {}) =>
    asked(path`/accounts/${accountId}`, query),
  /** The customer's page at one of its people. */
  accountPerson: (accountId: string, personId: string) => path`/accounts/${accountId}` + path`#person-${personId}`,
  search: (query: Readonly<Record<string, string>> = {}) => asked('/search', query),
  plans: (query: Readonly<Record<string, string>> = {}) => asked('/plans', query),
  plansFile: (format: string) => asked('/plans/export', { format }),
  signIn: (query: { another?: 'yes'; next?: string } = {}) => asked('/sign-in', query),
  link: (token: string) => path`/link/${token}`,
  /** Where a person chooses their emails, without signing in. */
  emailChoices: (token: string) => path`/emails/${token}`,
  /** The private address of a person's calendar. */
  calendar: (token: string) => path`/calendar/${token}`,
  /** What a customer shares by a link. */
  shared: (token: string) => path`/shared/${token}`,
  sharedPicture: (token: string) => path`/shared/${token}/picture`,
  signOnStart: (workspaceId: string, next?: string) => asked(path`/sso/${workspaceId}/start`, { next }),
  signOnCallback: (workspaceId: string) => path`/sso/${workspaceId}/callback`,
  signOnContinue: (workspaceId: string) => path`/sso/${workspaceId}/continue`,
  references: (page = 1, query: Readonly<Record<string, string>> = {}) =>
    asked('/references', { ...query, page: page > 1 ? page : undefined }),
  referencesFile: (query: Readonly<Record<string, string>> = {}) => asked('/references/export', query),
  credit: (year?: number) => asked('/references/credit', { year }),
  library: (query: Readonly<Record<string, string>> = {}) => asked('/references/library', query),
  /** A reference in the library, and the form that requests it. */
  libraryEntry: (planId: string) => path`/plans/${planId}/library`,
  creditFile: (year: number) => asked('/references/credit/export', { year }),
  /** The member's passkeys, at one of them. */
  passkey: (passkeyId: string) => '/passkeys' + path`#passkey-${passkeyId}`,
  member: (memberId: string) => path`/workspace/members/${memberId}`,
  personData: (personId: string) => path`/workspace/data/${personId}`,
  personExport: (personId: string) => path`/workspace/data/${personId}/export`,
  securityLog: (query: Readonly<Record<string, string>> = {}) => asked('/workspace/security', query),
  /** A company’s picture. @param logo its workspace's id and its own, with a dot between them */
  logo: (logo: string) => path`/logos/${logo}`,
  /** The stylesheet of a workspace's colour. @param accent such as `#1f4e46` */
  look: (accent: string) => path`/look/${accent.slice(1)}.css`,
}

/** The addresses below one plan's page. */
export type PlanLinks = ReturnType<typeof planLinks>

/** The addresses below a plan's, without the host; ids are encoded. */
export function planLinks(planId: string) {
  const plan = paths.plan(planId)
  return {
    plan,
    /** The plan at one of its tasks: without JavaScript the page returns to that position. */
    taskOnPlan: (taskId: string) => plan + path`#task-${taskId}`,
    /** The plan at a task, without asking about the open tasks before it. */
    onlyThisOne: (taskId: string) => asked(plan, { earlier: 'open' }) + path`#task-${taskId}`,
    mine: asked(plan, { show: 'mine' }),
    /** The plan after a what-if was applied. @param number of the change */
    kept: (number: number) => asked(plan, { kept: number }),
    events: `${plan}/events`,
    /** Sends the plan's page with each change, to those who read data of this version. */
    eventsWithPage: asked(`${plan}/events`, { page: dataVersion }),
    /** Where a page tells what is edited in it. */
    editing: `${plan}/editing`,
    editTask: (taskId: string) => plan + path`/tasks/${taskId}`,
    /** What a task's fields hold and offer, as JSON. */
    taskChoices: (taskId: string) => plan + path`/tasks/${taskId}/choices`,
    /** A task to read. */
    taskPage: (taskId: string) => plan + path`/tasks/${taskId}/view`,
    /** Where *Mark this task done* in an email leads. */
    markDone: (taskId: string) => plan + path`/tasks/${taskId}/done`,
    /** The result of a task. */
    result: (taskId: string) => plan + path`/tasks/${taskId}/view#result`,
    /** The promised date of a task. */
    promise: (taskId: string) => plan + path`/tasks/${taskId}/view#promise`,
    /** The links and files of a task, and the form of a new file. */
    taskCalendar: (taskId: string) => plan + path`/tasks/${taskId}/calendar`,
    taskFiles: (taskId: string) => plan + path`/tasks/${taskId}/view#files`,
    addFile: (taskId: string) => plan + path`/tasks/${taskId}/files`,
    /** A file to save. */
    file: (fileId: string) => plan + path`/files/${fileId}`,
    /** A task beside its plan, where script runs and there is room; else its page. */
    taskBeside: (taskId: string) => asked(plan, { task: taskId }),
    /** The same, as JSON. */
    taskBesideData: (taskId: string) => plan + path`/tasks/${taskId}/beside`,
    /** What was written about a task. */
    taskTalk: (taskId: string) => plan + path`/tasks/${taskId}/view#conversation`,
    /** Where notes of a meeting become tasks. */
    meetingNotes: `${plan}/notes`,
    /** The form of a new task. @param title what was typed of it before */
    newTask: (milestoneId: string, title?: string) => asked(`${plan}/tasks/new`, { milestone: milestoneId, title }),
    milestone: (milestoneId: string) => plan + path`/milestones/${milestoneId}`,
    /** The form of its evidence. */
    evidence: (milestoneId: string) => plan + path`/milestones/${milestoneId}#evidence`,
    /** A milestone to read. */
    milestonePage: (milestoneId: string) => plan + path`/milestones/${milestoneId}/view`,
    /** What was written about a milestone. */
    milestoneTalk: (milestoneId: string) => plan + path`/milestones/${milestoneId}/view#conversation`,
    /** The plan at one of its milestones. */
    milestoneOnPlan: (milestoneId: string) => plan + path`#point-${milestoneId}`,
    newMilestone: (stage?: string) => asked(`${plan}/milestones/new`, { stage }),
    invite: `${plan}/invite`,
    /** All tasks of the reader's side that need an owner. */
    nameOwners: `${plan}/owners`,
    activity: (query: Readonly<Record<string, string | number | undefined>> = {}) => asked(`${plan}/activity`, query),
    conversation: `${plan}/conversation`,
    /** The form of a question, about a task, a milestone or the plan. */
    ask: (about?: string) => `${asked(`${plan}/conversation`, { about })}#ask`,
    /** The same for a member, who notes what a person of the customer asked. */
    logQuestion: (asker?: string) => `${asked(`${plan}/conversation`, { asker })}#ask`,
    calendar: `${plan}/calendar`,
    /** What was agreed, in one of its versions. */
    agreed: (number: number) => plan + path`/agreed/${number}`,
    forecast: `${plan}/forecast`,
    forecastInput: `${plan}/forecast/input`,
    terms: `${plan}/terms`,
    defineWin: `${plan}/terms#first-win`,
    doubtedWin: `${plan}/terms?doubts=yes#first-win`,
    accountLogo: `${plan}/logo`,
    /** The customer's industry and region. */
    accountProfile: `${plan}/customer`,
    try: `${plan}/try`,
    tryMaterial: `${plan}/try/material`,
    situations: `${plan}/situations`,
    newSituation: (personId: string) => asked(`${plan}/situations/new`, { person: personId }),
    situation: (situationId: string) => plan + path`/situations/${situationId}`,
    /** What the plan can be saved as, and the file. */
    exported: `${plan}/export`,
    exportFile: `${plan}/export/file`,
    close: `${plan}/close`,
    team: `${plan}/team`,
    win: `${plan}/win`,
    /** What was measured of the first win, and what the two sides said about it. */
    results: `${plan}/results`,
    /** What was sold, at one capability, and the page of one. */
    sold: `${plan}/sold`,
    handoff: `${plan}/handoff`,
    soldOne: (capabilityId: string) => plan + path`/sold#capability-${capabilityId}`,
    capability: (capabilityId: string) => plan + path`/sold/${capabilityId}`,
    askForResult: `${plan}/results#ask`,
    notYet: `${plan}/results#not-yet`,

    reference: `${plan}/reference`,
    /** What marketing makes of the win, for members. */
    referenceUse: `${plan}/reference/use`,
    /** The same at what is to be done next. */
    nextOfReference: (step: string) => plan + path`/reference/use#${step.replaceAll(' ', '-')}`,
    /** What was written of the win, for the champion to approve. */
    referencePiece: (kind: string) => plan + path`/reference/pieces/${kind}`,
    /** The picture that was given with the consent. */
    referenceLogo: `${plan}/reference/logo`,
    /** The calls that the champion is asked for. */
    calls: `${plan}/calls`,
    callFile: (requestId: string) => plan + path`/calls/${requestId}/file`,
    card: `${plan}/card`,
    note: `${plan}/note`,
    cardPicture: `${plan}/card/picture`,
    yourData: `${plan}/your-data`,
    yourDataExport: `${plan}/your-data/export`,
  }
}
