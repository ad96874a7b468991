import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import css from './bars.module.css'

export type DrawingProps = {
  /** What it shows, for whoever does not see it. */
  label: string
  /** In px. */
  height: number
  /** Draws over the width that there is, in px. */
  children: (width: number) => ReactNode
}

/** A drawing as wide as its place and never scaled, so that words in it keep their size on a phone and on a wide screen. */
export const Drawing = ({ label, height, children }: DrawingProps) => {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(320)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const measure = () => setWidth(Math.max(160, element.clientWidth))
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    measure()
    return () => watcher.disconnect()
  }, [])
  return (
    <div ref={place}>
      <svg
        className={css.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={label}
      >
        {children(width)}
      </svg>
    </div>
  )
}
