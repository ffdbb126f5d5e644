import ts from 'typescript'
import { parsedSource } from './parsed-source.ts'
import type { Breach } from './rules.ts'
import type { Sources } from './sources.ts'

/** The rooms whose files write a table: the owner first, then rooms that write one stage of what it holds. */
const writers: Record<string, readonly string[]> = {
  // A new plan adds the account; its logo is changed with the workspace's own.
  account: ['portfolio', 'workspace'],
  activity: ['runner'],
  // The search notes up to which change of a plan it knows its words.
  activityCounter: ['runner', 'search'],
  agreement: ['plan'],
  apiKey: ['api'],
  attachment: ['talk'],
  baseline: ['plan'],
  blockedAddress: ['outbox'],
  calendarFeed: ['notices'],
  cardLeaver: ['value'],
  capability: ['handoff'],
  championGone: ['access'],
  championProposal: ['access'],
  chatChannel: ['notices'],
  chatPost: ['outbox', 'notices'],
  commandReceipt: ['runner'],
  comment: ['talk'],
  'directory.address': ['access'],
  'directory.workspace': ['access'],
  emailChoice: ['daily'],
  fileChunk: ['talk'],
  furtherWin: ['value'],
  handoff: ['handoff'],
  identityProvider: ['access'],
  knownDevice: ['access'],
  linkToken: ['outbox'],
  logo: ['workspace'],
  mailEvent: ['notices'],
  managementNote: ['value'],
  measurement: ['value'],
  // Who signs in has shown that their address is theirs.
  member: ['workspace', 'access'],
  milestone: ['plan'],
  // An email waits in the outbox, is collected for a day, sent, and released after a restored backup.
  notice: ['outbox', 'notices', 'daily', 'jobs'],
  objection: ['plan'],
  'operations.emailHold': ['jobs'],
  participant: ['access'],
  passkey: ['access'],
  plan: ['plan'],
  planLook: ['plan'],
  planParticipant: ['access'],
  planService: ['handoff'],
  planSummary: ['plan'],
  planTeam: ['plan'],
  planUndo: ['plan'],
  planVisit: ['plan'],
  question: ['talk'],
  reference: ['references'],
  referenceRequest: ['references'],
  referenceConsent: ['references'],
  referenceLogo: ['references'],
  referencePiece: ['references'],
  referenceUse: ['references'],
  searchPart: ['search'],
  searchWord: ['search'],
  securityAnchor: ['access'],
  securityChain: ['access'],
  securityEvent: ['access'],
  securitySeal: ['access'],
  session: ['access'],
  // What is shared ends with the access to an archived plan.
  sharedLink: ['value', 'access'],
  signInCode: ['access'],
  signOnBinding: ['access'],
  situation: ['value'],
  spentFlow: ['access'],
  task: ['plan'],
  taskLink: ['plan'],
  winAnswer: ['value'],
  winCard: ['value'],
  winCredit: ['references'],
  winResult: ['value'],
  workspace: ['workspace'],
}

/** Files that write tables of other rooms, and why: `access` lies below `plan`, so it cannot ask it. */
const crossing: Record<string, string> = {
  'app/access/core/take-seat.server.ts': 'when the champion joined the plan is a fact of who may come in',
  'app/access/participants/set-entry-domains.server.ts': 'the domains of a plan are who may come in',
  'app/access/participants/remove-from-plan.server.ts':
    'tasks of a person who leaves go to a placeholder, and what they have seen is forgotten',
}

/** Folders that reach into all rooms by what they are for: to erase a person everywhere, and to write the demo's history. */
const reachingAll = ['app/workspace/erasure/', 'app/demo/']

const writing = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])

/** Writes to a table by a room that it does not belong to, and to tables that belong to no one. */
export function findForeignWrites(sources: Sources): Breach[] {
  return [...sources]
    .filter(([path]) => path.startsWith('app/') && !/\.test\.tsx?$/.test(path) && /\.tsx?$/.test(path))
    .filter(([path]) => !(path in crossing) && !reachingAll.some((folder) => path.startsWith(folder)))
    .flatMap(([path, text]) => {
      const room = path.split('/')[1] ?? ''
      return writtenTables(path, text)
        .filter((table) => !writers[table]?.includes(room))
        .map((table) => ({ rule: 'rooms write their own tables', file: path, why: table }))
    })
}

/** Names of crossing files that write no table of another room any longer. */
export const idleCrossings = (sources: Sources): string[] =>
  Object.keys(crossing).filter((path) => {
    const room = path.split('/')[1] ?? ''
    return writtenTables(path, sources.get(path) ?? '').every((table) => writers[table]?.includes(room))
  })

function writtenTables(path: string, text: string): string[] {
  if (![...writing].some((name) => text.includes(name))) return []
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [table] = node.arguments
      if (writing.has(node.expression.name.text) && table && ts.isStringLiteralLike(table))
        found.push(table.text.split(' ')[0] ?? '')
    }
    ts.forEachChild(node, visit)
  }
  visit(parsedSource(path, text))
  return found
}
