import { refusal } from '../../foundation/outcome.ts'

/** Every no of what the desk is set to. */
export const settingsRefusals = {
  mayNotChangeDesk: refusal(
    'mayNotChangeDesk',
    'Your role may not change how the desk works. Nothing was changed. The head of communications can.',
    403,
  ),
  saysNothing: refusal(
    'saysNothing',
    'One of these words stands in nearly every message, so nearly every message would be lifted. Nothing was saved. Use longer words, or two together.',
    422,
  ),
} as const
