import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { containingPattern } from '#db/containing-pattern.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { type ListPage, placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import { bounds } from '#app/kit/limits.ts'
import { markdownAsHtml } from '#app/kit/markdown-as-html.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type PieceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { confirmedWins } from '../confirmed-wins.server.ts'
import { isReferenceUsable } from '../consent-in-sql.server.ts'
import { readKinds, readLimits } from '../model.ts'
import { shownQuote } from '../pieces/shown-quote.ts'
import { speakerInSql } from '../pieces/speaker-in-sql.server.ts'
import { callsTaken } from './calls-taken.server.ts'
import { callsLeft, usualCallsPerQuarter, whyNoCalls } from './call-rules.ts'
import { type LibraryFilter, listCapabilities, searchWords } from './library-filter.ts'
import type { FacetValues, LibraryEntry, OpenedEntry } from './library-view.ts'

type Asked = { workspaceId: string }

export type LibraryPage = {
  list: ListPage<LibraryEntry>
  /** References without any filter. */
  all: number
  values: FacetValues
}

/** A page of the references that may be used now, newest win first, as far as a filter lets them through. */
export async function getLibraryPage(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: Asked,
  { filter, page }: { filter: LibraryFilter; page: number },
): Promise<LibraryPage> {
  const now = parts.clock.now()
  return parts.reads.in(workspaceId, async (trx) => {
    const asked = { page: Math.max(1, page) }
    const { all, found, values, ids } = await lookThrough(trx, workspaceId, now, { filter, place: asked })
    const place = placeOfPage(found, page)
    // A page that is no longer there is the last one.
    const shown = place.page === asked.page ? ids : (await lookThrough(trx, workspaceId, now, { filter, place })).ids
    const rows =
      shown.length === 0
        ? []
        : await selectEntries(trx, workspaceId, now)
            .where('plan.id', 'in', shown)
            .orderBy('winResult.confirmedAt', 'desc')
            .orderBy('plan.id')
            .execute()
    return { list: { rows: rows.map(entryOf), ...place }, all, values }
  })
}

/** One reference that may be used now. */
export async function findLibraryEntry(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  now: Date,
): Promise<OpenedEntry | undefined> {
  const row = await selectEntries(trx, workspaceId, now).where('plan.id', '=', planId).executeTakeFirst()
  if (!row) return undefined
  const entry = entryOf(row)
  return { ...entry, caseHtml: entry.caseStudy === null ? null : markdownAsHtml(entry.caseStudy) }
}

/** References whose consent holds: given, for the words of now, not expired. */
const usable = (trx: WorkspaceReading, workspaceId: string, now: Date) =>
  confirmedWins(trx, workspaceId).where(isReferenceUsable(now))

/** All that a search looks through, in one text. */
const searched = sql<string>`concat_ws(' ', account.name, account.industry, account.region, plan.project,
  win_result.statement, win_result.measure, win_result.unit,
  reference.product, reference.capabilities, reference.company_size, reference.language)`

/** Each capability of a reference by itself. */
const capabilities = sql`regexp_split_to_table(coalesce(reference.capabilities, ''), '\\s*[,;]\\s*')`

/** Whether a reference is what a filter asks for. */
function matches({ kind, capability, ...filter }: LibraryFilter): RawBuilder<SqlBool> {
  const words = searchWords(filter).map(containingPattern)
  const { industry, region, companySize, language, product, measure } = filter
  const asked = [
    // Put together once for all words.
    words.length > 0 && sql`${searched} ilike all (${words})`,
    kind !== null && sql`${kind} = any(reference.kinds)`,
    capability !== null && sql`${capability} in (select ${capabilities})`,
    industry !== null && sql`account.industry = ${industry}`,
    region !== null && sql`account.region = ${region}`,
    companySize !== null && sql`reference.company_size = ${companySize}`,
    language !== null && sql`reference.language = ${language}`,
    product !== null && sql`reference.product = ${product}`,
    measure !== null && sql`win_result.measure = ${measure}`,
  ].filter((condition) => condition !== false)
  return asked.length === 0 ? sql`true` : sql`(${sql.join(asked, sql` and `)})`
}

type Look = { filter: LibraryFilter; place: { page: number } }

/**
 * How many references there are, what they can be narrowed to, how many a filter lets through and which of those a page holds, the newest win
 * first: all from one look through them, since each asks of every consent whether it holds.
 */
async function lookThrough(trx: WorkspaceReading, workspaceId: string, now: Date, { filter, place }: Look) {
  const each = (column: string) => {
    const ref = sql.ref(column)
    return sql<string[]>`coalesce(array_agg(distinct ${ref}) filter (where ${ref} is not null), '{}')`
  }
  const isFound = matches(filter)
  const before = rowsBefore(place)
  const { all, found, ids, capability, ...values } = await usable(trx, workspaceId, now)
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .select([
      sql<number>`count(*) filter (where ${isFound})`.as('found'),
      sql<string[] | null>`(array_agg(plan.id order by win_result.confirmed_at desc, plan.id)
        filter (where ${isFound}))[${before + 1}:${before + bounds.listRows}]`.as('ids'),
      each('account.industry').as('industry'),
      each('account.region').as('region'),
      each('reference.company_size').as('companySize'),
      each('reference.language').as('language'),
      each('reference.product').as('product'),
      each('reference.capabilities').as('capability'),
      each('win_result.measure').as('measure'),
    ])
    .executeTakeFirstOrThrow()
  const capabilities = [...new Set(capability.flatMap(listCapabilities))].sort()
  return { all: Number(all), found: Number(found), ids: ids ?? [], values: { ...values, capability: capabilities } }
}

/** A column of the last approved version of a piece. */
const approved = <Value>(
  workspaceId: string,
  kind: PieceKind,
  column: 'text' | 'answered_at' | 'participant_id',
) => sql<Value | null>`(
  select ${sql.ref(`piece.${column}`)} from reference_piece piece
  where piece.workspace_id = ${workspaceId} and piece.plan_id = plan.id and piece.kind = ${kind} and piece.state = 'approved'
  order by piece.version desc limit 1)`

const hasLogo = (workspaceId: string) => sql<boolean>`exists (
  select from reference_logo given where given.workspace_id = ${workspaceId} and given.plan_id = plan.id)`

const approverId = sql<string | null>`(reference.limits::jsonb ->> 'approverId')::uuid`

/** Who must approve each use, by name. */
const approver = (workspaceId: string) => sql<string | null>`(
  select seat.name from plan_participant seat
  where seat.workspace_id = ${workspaceId} and seat.plan_id = plan.id
    and seat.participant_id = ${approverId})`

/** Whether a person is on the plan now. @param role as what; left out, as anything */
const isOnPlan = (workspaceId: string, person: RawBuilder<unknown>, role?: 'champion') => sql<boolean>`exists (
  select from plan_participant seat
  where seat.workspace_id = ${workspaceId} and seat.plan_id = plan.id and seat.removed_at is null
    and seat.participant_id = ${person} ${role === undefined ? sql`` : sql`and seat.role = ${role}`})`

const entryColumns = (workspaceId: string, now: Date) =>
  [
    ...(['plan.id as planId', 'account.name as account', 'plan.project', 'plan.archivedAt'] as const),
    ...(['winResult.measure', 'winResult.unit', 'winResult.baseline', 'winResult.measured'] as const),
    ...(['account.industry', 'account.region', 'reference.companySize', 'reference.language'] as const),
    ...(['reference.product', 'reference.capabilities', 'reference.kinds', 'reference.limits'] as const),
    ...(['reference.usesPerQuarter', 'reference.answeredAt'] as const),
    approved<string>(workspaceId, 'quote', 'text').as('approvedQuote'),
    approved<Date>(workspaceId, 'quote', 'answered_at').as('quoteApprovedAt'),
    speakerInSql(workspaceId, sql.ref('reference.participantId')).as('giver'),
    speakerInSql(workspaceId, approved<string>(workspaceId, 'quote', 'participant_id')).as('quoteApprover'),
    approved<string>(workspaceId, 'case-study', 'text').as('approvedCase'),
    hasLogo(workspaceId).as('hasLogo'),
    approver(workspaceId).as('approver'),
    isOnPlan(workspaceId, approverId, 'champion').as('isApproverChampion'),
    sql<boolean>`(${approverId} is not null and not ${isOnPlan(workspaceId, approverId)})`.as('approverLeft'),
    isOnPlan(workspaceId, sql.ref('reference.participantId'), 'champion').as('isGiverChampion'),
    callsTaken(workspaceId, now).as('taken'),
  ] as const

const selectEntries = (trx: WorkspaceReading, workspaceId: string, now: Date) =>
  usable(trx, workspaceId, now).select(entryColumns(workspaceId, now))

type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

/** A row as members see it: what was not agreed to, or not approved, is left out here. */
function entryOf(row: EntryRow): LibraryEntry {
  const { archivedAt, baseline, measured, capabilities, limits, usesPerQuarter, approvedCase, ...rest } = row
  const { approvedQuote, quoteApprovedAt, answeredAt, giver, quoteApprover, taken, isGiverChampion, ...entry } = rest
  const stored = readKinds(row.kinds ?? [])
  const kinds = referenceKinds.filter((kind) => stored.includes(kind))
  const { until, note, never, quoteText } = readLimits(limits)
  const given = { text: quoteText, at: answeredAt, by: giver }
  const approved =
    approvedQuote !== null && quoteApprovedAt ? { text: approvedQuote, at: quoteApprovedAt, by: quoteApprover } : null
  const quote = kinds.includes('quote') ? shownQuote({ given, approved }) : null
  const allowed = usesPerQuarter ?? usualCallsPerQuarter
  const why = whyNoCalls({ ...entry, kinds, isGiverChampion, isArchived: archivedAt !== null })
  return {
    ...entry,
    kinds,
    baseline: Number(baseline),
    measured: Number(measured),
    capabilities: listCapabilities(capabilities),
    capabilityLine: capabilities ?? '',
    ...{ quote: quote?.text ?? null, quoteBy: quote?.by ?? null },
    caseStudy: kinds.includes('case-study') ? approvedCase : null,
    ...{ until, note, never },
    calls: why === null ? { left: callsLeft(usesPerQuarter, taken), allowed } : null,
    whyNoCalls: why,
  }
}
