import { Check } from './check-group.tsx'
import { useField } from './form-context.ts'

/** A box to tick where a reply asked again, with the reason. */
export function AskedCheck({ name, label }: { name: string; label: string }) {
  const { fault, isLone } = useField(name)
  return (
    <div className={fault ? 'field bad' : 'field'}>
      <Check name={name} value="yes" label={label} />
      {fault && (
        <p className="err" role={isLone ? 'alert' : undefined}>
          {fault}
        </p>
      )}
    </div>
  )
}
