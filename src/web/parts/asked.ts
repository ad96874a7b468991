import { createContext, useContext } from 'react'
import type { FieldWords } from './field.tsx'

/** Whether a form was asked to act yet: until then its fields do not say what is wrong with them. */
export const Asked = createContext(true)

/** What is wrong with a field, as soon as it is said. */
export const useWrong = (wrong: FieldWords['wrong']): FieldWords['wrong'] => useContext(Asked) && wrong
