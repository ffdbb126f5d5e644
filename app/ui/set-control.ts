/** A control of a form that holds a value. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A check box or radio button: of a group of one name, those that are ticked are what was chosen. */
export const isBox = (control: Control): control is HTMLInputElement => /^(checkbox|radio)$/.test(control.type)

/** Changes a control like a user would, so that hints, dependent fields and the draft are updated. */
export function setControl(control: Control, value: string) {
  // A radio button is unchecked by checking another.
  if (isBox(control)) return control.type === 'radio' && control.checked ? undefined : control.click()
  // Uses the browser's own setter: React's would hide the change from the component.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
}
