import { Section } from '../parts/section.tsx'
import css from './gallery.module.css'

const colours = [
  ['ground', 'page'],
  ['surface', 'sheet, field'],
  ['sunken', 'empty part'],
  ['line', 'divides'],
  ['line-2', 'bounds a control'],
  ['ink', 'words'],
  ['ink-2', 'second words'],
  ['ink-3', 'third words'],
  ['accent', 'lamp blue: acts, links, chosen'],
  ['accent-tint', 'chosen ground'],
  ['bar', 'top bar'],
  ['risk-fill', 'harm, block'],
  ['warn-fill', 'decide, soon'],
  ['ok-fill', 'seen to be so'],
  ['c-2', 'second series'],
  ['c-mute', 'what we would not miss'],
] as const

export const Colours = () => (
  <Section heading="Colour">
    <div className={css.swatches}>
      {colours.map(([name, use]) => (
        <div key={name} className={css.swatch}>
          <svg width="34" height="30" aria-hidden="true">
            <rect width="34" height="30" fill={`var(--${name})`} />
          </svg>
          <span>
            <b>{name}</b>
            {use}
          </span>
        </div>
      ))}
    </div>
  </Section>
)

export const Type = () => (
  <Section heading="Type">
    <div className={css.sizes}>
      <p className={css.t40}>
        43% <span className="small third">40, one figure</span>
      </p>
      <p className={css.t30}>The answer first</p>
      <p className={css.t24}>The answer, dense page</p>
      <p className={css.t20}>The thing to act on</p>
      <p className={css.t17}>Words of the public and of officers</p>
      <p>Body at a desk, 15 over 22.5</p>
      <p className="small second">Second facts, tables 13</p>
      <p className={`mono ${css.t17}`}>@WestshireP0lice 0O 1lI 5S 8B</p>
    </div>
  </Section>
)
