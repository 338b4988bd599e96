import { useEffect, useState } from 'react'
import { invalidate } from './resource.ts'

/**
 * Listens to one accord's stream of entries; what is on screen is asked for again when one arrives.
 * Returns whether the server is answering.
 */
export function useLive(accord: string | undefined): boolean {
  const [answering, setAnswering] = useState(true)
  useEffect(() => {
    if (!accord) return
    const base = `/api/accords/${encodeURIComponent(accord)}`
    const stream = new EventSource(`${base}/events`)
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      // A bulk decision writes many entries in a moment; one refresh serves them all.
      clearTimeout(timer)
      timer = setTimeout(() => invalidate(base), 150)
    }
    let lost = false
    stream.onopen = () => {
      if (lost) refresh()
      lost = false
      setAnswering(true)
    }
    stream.onmessage = refresh
    for (const name of ['entry', 'change', 'entries']) stream.addEventListener(name, refresh)
    stream.onerror = () => {
      lost = true
      setAnswering(false)
    }
    return () => {
      clearTimeout(timer)
      stream.close()
    }
  }, [accord])
  return answering
}
