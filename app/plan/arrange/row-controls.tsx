import { type TaskCellsProps, TaskCells } from '../in-place/task-cells.tsx'
import { selectWords } from './arrange-words.ts'
import { toggleTask, useIsSelected } from './selected-tasks.ts'

/** What makes a row editable: its cells, and a box that selects it. X does so from the keyboard, where the row has the focus. */
export function RowControls(props: TaskCellsProps) {
  const { id, title } = props.task
  const isSelected = useIsSelected(id)
  return (
    <>
      <button
        type="button"
        role="checkbox"
        aria-checked={isSelected}
        aria-label={selectWords(title)}
        tabIndex={-1}
        className="row-pick no-print"
        onClick={(event) => {
          // With Shift the table selects all between.
          if (!event.shiftKey) toggleTask(id)
        }}
      />
      <TaskCells {...props} />
    </>
  )
}
