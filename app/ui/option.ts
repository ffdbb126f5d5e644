export type Option = { value: string; text: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }
