/** The sign of the product: two lines, one of them not yet at rest. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path
        d="M8 20.5c3-6 5.2-6 8 0s5 6 8 0"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M8 12h16"
        stroke="var(--accent-ink)"
        strokeOpacity=".65"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
