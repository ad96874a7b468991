import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type FileButtonProps = Pick<ButtonProps, 'kind' | 'icon' | 'busy'> & {
  children: string
  /** What the file's name may end with, `.csv`, or its kind, `text/csv`. */
  endings?: readonly string[]
  onFile: (file: File) => void
}

/** A button that opens the device's own file chooser. */
export const FileButton = ({ children, endings, onFile, ...looks }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...looks} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={endings?.map((ending) => ending.replace('.tar', '')).join(',')}
        hidden
        aria-label={children}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </>
  )
}
