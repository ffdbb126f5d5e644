import { Button } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { waitingBarWords } from './waiting-bar-words.ts'

type WaitingBarProps = { hasFailed: boolean; retry: () => void; drop: () => void }

/** In place of the what-if until it is loaded, and where it cannot be. */
export const WaitingBar = ({ hasFailed, retry, drop }: WaitingBarProps) => (
  <section className="what-if no-print" aria-label={waitingBarWords.label} data-returns-focus>
    <div className="what-if-line">
      <p role="status">{hasFailed ? waitingBarWords.failed : waitingBarWords.loading}</p>
      <div className="what-if-acts">
        <Button onClick={drop}>{buttonWords.discard}</Button>
        {hasFailed && <Button onClick={retry}>{buttonWords.tryAgain}</Button>}
      </div>
    </div>
  </section>
)
