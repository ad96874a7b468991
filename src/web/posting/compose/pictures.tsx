import { useRef, useState } from 'react'
import { lengthOf } from '../../../networks/length.ts'
import { traitsOf } from '../../../networks/networks.ts'
import { picture as pictureFile } from '../../../posting/picture/picture.contract.ts'
import { addressWith, faultOf } from '../../call.ts'
import { ActFailed } from '../../parts/act-failed.tsx'
import { Button } from '../../parts/button.tsx'
import { CountBar } from '../../parts/count-bar.tsx'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'
import { SeverityMark } from '../../parts/state-mark.tsx'
import css from './compose.module.css'
import { composeWords } from './compose-words.ts'
import type { DeskParts } from './desk.tsx'
import { type Uploaded, upload } from './upload.ts'

const w = composeWords.pictures

type Props = DeskParts & { uploaded: readonly Uploaded[]; onUploaded: (one: Uploaded) => void }
type Sending = { key: number; file: File; share: number; failed: Error | null }

const first = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The shortest alt text that one of the chosen networks takes. */
const altRoom = ({ facts, content }: DeskParts): number =>
  facts.accounts
    .filter((a) => content.targets.includes(a.id))
    .reduce((room, a) => Math.min(room, traitsOf(a.network)?.pictures?.altMax ?? room), 2000)

const One = (props: Props & { n: number }) => {
  const { content, change, facts, n } = props
  const picture = content.pictures[n]
  if (!picture) return null
  const about = facts.pictures.find((p) => p.id === picture.id)
  const room = altRoom(props)
  const used = lengthOf(picture.alt, 'grapheme')
  const set = (changes: Partial<typeof picture>) =>
    change((c) => ({ ...c, pictures: c.pictures.map((p, i) => (i === n ? { ...p, ...changes } : p)) }))
  return (
    <li className={css.picture} data-field={`alt:${n}`}>
      <img src={addressWith(pictureFile, { id: picture.id })} alt={picture.alt || w.noAlt} />
      <div>
        <TextField
          label={w.alt}
          aside={w.altAside}
          note={w.altCount(used, room)}
          lines
          lang={content.language}
          value={picture.alt}
          onChange={(alt) => set({ alt })}
          hint={picture.alt.trim() === '' && w.altMissing}
        />
        <p className={css.removed}>
          {about?.removed.map((what) => (
            <SeverityMark key={what} severity="fixed">
              {w.removed(first(what))}
            </SeverityMark>
          ))}
          {about?.removed.length === 0 && <SeverityMark severity="fixed">{w.nothingRemoved}</SeverityMark>}
        </p>
        <div className="row">
          {content.pieces.length > 1 && (
            <Select
              label={w.goesWith}
              options={content.pieces.map((_, i) => ({ id: `${i}`, name: w.piece(i + 1) }))}
              value={`${Math.min(picture.piece, content.pieces.length - 1)}`}
              onChange={(piece) => set({ piece: Number(piece) })}
            />
          )}
          <button
            type="button"
            className={`as-link ${css.takeOut}`}
            onClick={() => change((c) => ({ ...c, pictures: c.pictures.filter((_, i) => i !== n) }))}
          >
            {w.remove}
          </button>
        </div>
      </div>
    </li>
  )
}

const Progress = ({ sending, onAgain, onAway }: { sending: Sending; onAgain: () => void; onAway: () => void }) => {
  const percent = Math.round(sending.share * 100)
  if (sending.failed)
    return (
      <div className="stack">
        <ActFailed cause={sending.failed} />
        <div className="row">
          <Button small onPress={onAgain}>
            {w.again}
          </Button>
          <Button small kind="quiet" onPress={onAway}>
            {w.away}
          </Button>
        </div>
      </div>
    )
  return (
    <p role="status">
      <CountBar used={percent} most={100} width={120}>
        {sending.share < 1 ? w.sending(sending.file.name, percent) : w.working(sending.file.name)}
      </CountBar>
    </p>
  )
}

/** Pictures: taken in with what they gave away removed, each with words for those who do not see it. */
export const Pictures = (props: Props) => {
  const { content, change } = props
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const key = useRef(0)

  const set = (which: number, changes: Partial<Sending> | null) =>
    setSending((all) =>
      changes === null
        ? all.filter((s) => s.key !== which)
        : all.map((s) => (s.key === which ? { ...s, ...changes } : s)),
    )
  const send = async (one: Sending): Promise<void> => {
    try {
      const made = await upload(one.file, props.draft.id, (share) => set(one.key, { share }))
      props.onUploaded(made)
      change((c) => ({
        ...c,
        pictures: [...c.pictures, { id: made.id, alt: '', piece: 0 }].slice(0, 20),
      }))
      set(one.key, null)
    } catch (cause) {
      set(one.key, { failed: faultOf(cause) })
    }
  }
  const take = (files: FileList | null): void => {
    const fresh = [...(files ?? [])].map((file) => ({ key: ++key.current, file, share: 0, failed: null }))
    setSending((all) => [...all, ...fresh])
    for (const one of fresh) void send(one)
  }

  return (
    <div className={css.pictures}>
      {content.pictures.length > 0 && (
        <ul className="stack">
          {content.pictures.map((p, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may stand there twice
            <One key={`${p.id} ${n}`} {...props} n={n} />
          ))}
        </ul>
      )}
      {sending.map((one) => (
        <Progress
          key={one.key}
          sending={one}
          onAgain={() => {
            const fresh = { ...one, share: 0, failed: null }
            set(one.key, fresh)
            void send(fresh)
          }}
          onAway={() => set(one.key, null)}
        />
      ))}
      <div className="row">
        <Button small icon="picture" onPress={() => input.current?.click()}>
          {content.pictures.length === 0 ? w.add : w.another}
        </Button>
        <span className="small third">{w.kinds}</span>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          hidden
          aria-label={w.add}
          onChange={(e) => {
            take(e.target.files)
            e.target.value = ''
          }}
        />
      </div>
    </div>
  )
}
