import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Tag } from '#app/ui/marks.tsx'
import type { RequestStanding } from './call-rules.ts'
import type { RequestView } from './library-view.ts'
import { requestedFromWords, standingWords } from './request-words.ts'

/** The tone of what a request waits for. */
export const standingTone = (standing: RequestStanding) =>
  standing === 'planned' || standing === 'took place' ? 'good' : standing === 'over' ? 'must' : 'plain'

/** Requests that are not settled, each with the way to it. */
export const RequestLinks = ({ requests }: { requests: readonly RequestView[] }) => (
  <ul className="request-links">
    {requests.map(({ id, planId, account, deal, standing, times }) => (
      <li key={id}>
        <PageLink to={paths.libraryEntry(planId)}>{requestedFromWords(account, deal)}</PageLink>{' '}
        <Tag tone={standingTone(standing)}>{standingWords[standing]}</Tag>
        {standing === 'planned' && <small>{times[0]?.words}</small>}
      </li>
    ))}
  </ul>
)
