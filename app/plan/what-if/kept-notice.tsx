import { Notice } from '#app/ui/notice.tsx'
import { UndoForm, type UndoFormProps } from '../undo/undo-form.tsx'

/** Said right after a what-if was kept. */
export const KeptNotice = (props: Omit<UndoFormProps, 'what'>) => (
  <Notice tone="good">
    <div className="kept">
      <span>Kept.</span> <UndoForm by="undo-adjustment" what="what was kept" {...props} />
    </div>
  </Notice>
)
