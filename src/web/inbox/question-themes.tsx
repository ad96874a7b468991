import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerTheme, renameTheme } from '../../inbox/asking/asking.contract.ts'
import { said } from '../../posting/facts.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { sentence } from '../say.ts'
import { type Theme, askingWords as w } from './asking-words.ts'
import css from './surge.module.css'

const Say = ({ theme, onClose }: { theme: Theme; onClose: () => void }) => {
  const [value, setValue] = useState({ did: theme.did, noAction: theme.noAction, postId: theme.didPostId ?? '' })
  const answer = useAct(answerTheme, ['questions'])
  const { did, noAction } = value
  return (
    <FormDialog
      wide
      onClose={onClose}
      heading={w.answerHeading(theme.title)}
      act={w.save}
      send={() => answer.send({ id: theme.id, did, noAction, postId: value.postId.trim() || null })}
    >
      <TextField label={w.weDid} lines value={did} onChange={(next) => setValue({ ...value, did: next })} autoFocus />
      {did.trim() === '' && (
        <TextField label={w.or} lines value={noAction} onChange={(next) => setValue({ ...value, noAction: next })} />
      )}
      <TextField
        label={w.postSays}
        aside={w.notNeeded}
        mono
        value={value.postId}
        onChange={(postId) => setValue({ ...value, postId })}
      />
    </FormDialog>
  )
}

const Rename = ({ theme, onClose }: { theme: Theme; onClose: () => void }) => {
  const [title, setTitle] = useState(theme.title)
  const rename = useAct(renameTheme, ['questions'])
  return (
    <FormDialog
      onClose={onClose}
      heading={w.renameHeading}
      act={w.save}
      send={() => rename.send({ id: theme.id, title })}
    >
      <TextField label={w.newName} value={title} onChange={setTitle} autoFocus />
    </FormDialog>
  )
}

const answerOf = (theme: Theme): string => {
  if (theme.did !== '') return `${w.weDid}: ${sentence(theme.did)}`
  return theme.noAction === '' ? w.noAnswer : `${w.nothingDone}: ${sentence(theme.noAction)}`
}

/** Themes with how often they were spoken of, and what we did about each. */
export const Themes = ({ themes, may }: { themes: readonly Theme[]; may: boolean }) => {
  const [doing, setDoing] = useState<{ what: 'say' | 'rename'; theme: Theme } | null>(null)
  const end = () => setDoing(null)
  return (
    <Section heading={w.said} state={themes.length === 0 ? 'empty' : 'loaded'} empty={w.saidNone}>
      <ul className={css.groups}>
        {themes.map((theme) => (
          <li key={theme.id}>
            <div>
              <h3>{theme.title}</h3>
              <p className={theme.did === '' && theme.noAction === '' ? 'second' : undefined}>
                {answerOf(theme)} {theme.didBy && `${said(theme.didBy)}. `}
                {theme.didPostId && (
                  <Link to="/posts/$id" params={{ id: theme.didPostId }}>
                    {w.postSays}
                  </Link>
                )}
              </p>
              {may && (
                <div className={css.acts}>
                  <Button
                    small
                    label={`${w.answerTheme}: ${theme.title}`}
                    onPress={() => setDoing({ what: 'say', theme })}
                  >
                    {w.answerTheme}
                  </Button>
                  <Button
                    small
                    label={`${w.rename}: ${theme.title}`}
                    onPress={() => setDoing({ what: 'rename', theme })}
                  >
                    {w.rename}
                  </Button>
                </div>
              )}
            </div>
            <p className={css.figure}>
              <b>{theme.messages}</b>
              <span className="small second">{w.messages(theme.messages).replace(/^\d+ /, '')}</span>
            </p>
          </li>
        ))}
      </ul>
      {doing?.what === 'say' && <Say theme={doing.theme} onClose={end} />}
      {doing?.what === 'rename' && <Rename theme={doing.theme} onClose={end} />}
    </Section>
  )
}
