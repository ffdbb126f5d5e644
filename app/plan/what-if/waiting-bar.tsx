import { Button } from '#app/ui/button.tsx'

type WaitingBarProps = { hasFailed: boolean; retry: () => void; drop: () => void }

/** In place of the what-if until it is loaded, and where it cannot be. */
export const WaitingBar = ({ hasFailed, retry, drop }: WaitingBarProps) => (
  <section className="what-if no-print" aria-label="What if" data-returns-focus>
    <div className="what-if-line">
      <p role="status">
        {hasFailed
          ? 'This preview could not be loaded. Check your connection and try again. If that does not help, reload the page.'
          : 'Loading the preview…'}
      </p>
      <div className="what-if-acts">
        <Button onClick={drop}>Discard</Button>
        {hasFailed && <Button onClick={retry}>Try again</Button>}
      </div>
    </div>
  </section>
)
