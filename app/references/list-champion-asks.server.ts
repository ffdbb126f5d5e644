import type { WorkspaceReading } from '#db/reading.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { NextLink } from '#app/plan/page/next-link.ts'
import { isMeetingKind, standingOfRequest } from './library/call-rules.ts'
import { askedWords, championAskWords, meetingWords } from './library/request-words.ts'
import { pieceTitle, sentByWords } from './pieces/piece-words.ts'

type Asked = { workspaceId: string; planId: string; championId: string; now: Date }

/** What waits for the champion of a reference whose consent is in effect: calls to answer, and texts to approve. */
export async function listChampionAsks(
  trx: WorkspaceReading,
  { workspaceId, planId, championId, now }: Asked,
): Promise<NextLink[]> {
  const [requests, texts] = await Promise.all([
    trx
      .selectFrom('referenceRequest')
      .innerJoin('member', (join) =>
        join
          .onRef('member.workspaceId', '=', 'referenceRequest.workspaceId')
          .onRef('member.id', '=', 'referenceRequest.memberId'),
      )
      .select(['referenceRequest.id', 'kind', 'deal', 'state', 'times', 'chosenAt', 'tookPlace', 'member.name as by'])
      .where('referenceRequest.workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('participantId', '=', championId)
      .where('state', '=', 'asked')
      .orderBy('askedAt')
      .execute(),
    trx
      .selectFrom('referencePiece')
      .innerJoin('member', (join) =>
        join
          .onRef('member.workspaceId', '=', 'referencePiece.workspaceId')
          .onRef('member.id', '=', 'referencePiece.memberId'),
      )
      .select(['kind', 'member.name as by'])
      .where('referencePiece.workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .where('state', '=', 'sent')
      .orderBy('kind')
      .execute(),
  ])
  const links = planLinks(planId)
  return [
    ...requests
      .filter((request) => standingOfRequest(request, now) === 'open')
      .map(({ id, kind, deal, by }) => ({
        id: `call ${id}`,
        text: askedWords(by, meetingWords[isMeetingKind(kind) ? kind : 'call'], deal),
        path: links.calls,
        words: championAskWords.call,
      })),
    ...texts.map(({ kind, by }) => {
      const piece = kind === 'quote' ? 'quote' : 'case-study'
      return {
        id: `text ${kind}`,
        text: pieceTitle(piece),
        path: links.referencePiece(piece),
        words: sentByWords(by),
      }
    }),
  ]
}
