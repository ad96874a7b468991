import { useState } from 'react'
import { linesForConversation } from '../../inbox/lines/lines.contract.ts'
import { useRead } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Tag } from '../parts/tag.tsx'
import { day } from '../say.ts'
import { words } from '../words.ts'
import { answerWords } from './answer-words.ts'
import css from './reply.module.css'

const w = answerWords.reply

type Props = {
  conversation: string
  language: 'en' | 'cy'
  zone: string
  onUse: (words: string) => void
}

/** Lines of the force for what people ask, in the language of the message: what fits first. */
export const LinesReady = ({ conversation, language, zone, onUse }: Props) => {
  const read = useRead(linesForConversation, { conversation, language }, { also: ['line'] })
  const [open, setOpen] = useState(false)
  const lines = read.data?.lines ?? []
  if (!read.data) return null
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className={`as-link ${css.link}`} onClick={() => setOpen(true)}>
        {w.lines(lines.length)}
      </button>
      <Dialog
        open={open}
        onClose={close}
        heading={w.linesHeading}
        wide
        acts={<Button onPress={close}>{words.form.close}</Button>}
      >
        {lines.length === 0 && <p>{w.linesNone}</p>}
        <ul className={css.lines}>
          {lines.map((line) => (
            <li key={line.id}>
              <h3>
                {line.title} {line.fits && <Tag tone="accent">{w.fits}</Tag>}{' '}
                {line.ifAsked && <Tag tone="line">{w.ifAsked}</Tag>}
              </h3>
              <p lang={read.data.language}>{line.words}</p>
              <p className="small second">
                {line.source}
                {line.expiresAt && `, ${w.until(day(line.expiresAt, zone, new Date()))}`}.{' '}
                {line.gaps.length > 0 && w.gaps(line.gaps.join(', '))}
              </p>
              <Button
                small
                onPress={() => {
                  close()
                  onUse(line.words)
                }}
              >
                {w.use}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
