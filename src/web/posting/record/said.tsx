import { useState } from 'react'
import { changesBetween } from '../../../posting/approval/changes.ts'
import { sumWords } from '../../../posting/approval/digest.ts'
import type { Sheet } from '../../../posting/approval/sheet.ts'
import { picture as pictureFile } from '../../../posting/picture/picture.contract.ts'
import { addressWith } from '../../call.ts'
import { Section } from '../../parts/section.tsx'
import { Select } from '../../parts/select.tsx'
import { dayAndClock } from '../../say.ts'
import { Changes } from '../approval/changed.tsx'
import { sameWords } from '../approval/same-words.ts'
import css from './record.module.css'
import { recordWords, type Whole } from './record-words.ts'

const w = recordWords.said

type Shown = { id: string; name: string; sheet: Sheet; digest: string; version: number }

/** Every frozen version, and what stands there where that was never frozen. */
const shownOf = (post: Whole, zone: string): Shown[] => {
  const frozen = post.versions.map((v) => ({
    id: `${v.version}`,
    name: w.version(v.version, dayAndClock(v.at, zone, new Date())),
    sheet: v.sheet,
    digest: v.digest,
    version: v.version,
  }))
  if (frozen.some((v) => v.digest === post.digest)) return frozen
  const here = { id: 'draft', name: w.draft, sheet: post.sheet, digest: post.digest, version: post.version }
  return [...frozen, here]
}

const Words = ({ sheet }: { sheet: Sheet }) => {
  const groups = sameWords(sheet.targets)
  const pictures = new Map(
    sheet.targets.flatMap((t) => t.pieces.flatMap((p) => p.pictures)).map((p) => [`${p.id} ${p.alt}`, p]),
  )
  return (
    <>
      {groups.map((group) => {
        const [first] = group
        return (
          <div key={first?.accountId} className={css.said}>
            {groups.length > 1 && <p className={css.on}>{group.map((t) => t.handle).join(', ')}</p>}
            {first?.pieces.map((piece, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place in the thread
              <p key={n} lang={sheet.language} className={css.words}>
                {piece.text}
              </p>
            ))}
          </div>
        )
      })}
      {[...pictures.values()].map((p) => (
        <figure key={`${p.id} ${p.alt}`} className={css.picture}>
          <img src={addressWith(pictureFile, { id: p.id })} alt={p.alt} />
          <figcaption>
            <b>{w.alt}</b> <span lang={sheet.language}>{p.alt}</span>
          </figcaption>
        </figure>
      ))}
    </>
  )
}

/** What was said, version by version, with what changed from one to the next. */
export const Said = ({ post, zone }: { post: Whole; zone: string }) => {
  const all = shownOf(post, zone)
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(0, chosen === null ? all.length - 1 : all.findIndex((v) => v.id === chosen))
  const shown = all[at]
  const before = all[at - 1]
  const changes = shown && before ? changesBetween(before.sheet, shown.sheet, new Date()) : []
  if (!shown) return null
  return (
    <Section heading={w.heading} more={<span className="second">{w.versions(all.length)}</span>}>
      {all.length > 1 && (
        <Select
          label={w.which}
          options={all.map(({ id, name }) => ({ id, name }))}
          value={shown.id}
          onChange={setChosen}
        />
      )}
      <Words sheet={shown.sheet} />
      <p className="small second">
        {w.sum} <span className="mono">{sumWords(shown.digest)}</span>
      </p>
      {before && changes.length > 0 && (
        <div className={css.changed}>
          <h3>{w.changed(before.version)}</h3>
          <Changes changes={changes} />
        </div>
      )}
    </Section>
  )
}
