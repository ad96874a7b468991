import { useRef } from 'react'
import { Button } from '../parts/button.tsx'

/** A button that opens the device's own file chooser. */
export const FileButton = (props: {
  children: string
  endings?: readonly string[]
  primary?: boolean
  onFile: (file: File) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={props.primary ? 'primary' : 'plain'} onPress={() => input.current?.click()}>
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={props.endings?.map((ending) => ending.replace('.tar', '')).join(',')}
        hidden
        aria-label={props.children}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) props.onFile(file)
          event.target.value = ''
        }}
      />
    </>
  )
}
