import { Notice } from '#app/ui/notice.tsx'
import { UndoForm, type UndoFormProps } from './undo-form.tsx'

/** Says what the reader just did, and offers to undo it, at the foot of the window: the page below it does not move. */
export const UndoNotice = ({ words, ...form }: Omit<UndoFormProps, 'what'> & { words: string }) => (
  <div className="undo-toast" data-returns-focus>
    <Notice tone="good">
      <div className="kept">
        <span>You {words}.</span> <UndoForm what={words} {...form} />
      </div>
    </Notice>
  </div>
)
