import type { LineOutcome } from '#domain/adjudication/decision.ts';

/** The shape of a verdict: tick in a circle, triangle, diamond, octagon. Colours come from `v-…` around it. */
export function Mark({ outcome }: { readonly outcome: LineOutcome }) {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      {shapes[outcome]}
    </svg>
  );
}

const shapes = {
  approved: (
    <>
      <circle className="mark-fill" cx="12" cy="12" r="11" />
      <path className="mark-line" d="m6.8 12.4 3.6 3.7 7-7.9" />
    </>
  ),
  reduced: (
    <>
      <path
        className="mark-fill"
        d="M3.4 2.5h17.2c1.6 0 2.6 1.7 1.8 3.1l-8.6 15.3c-.8 1.4-2.8 1.4-3.6 0L1.6 5.6c-.8-1.4.2-3.1 1.8-3.1Z"
      />
      <path className="mark-line" d="M8 8.8h8" />
    </>
  ),
  referred: (
    <>
      <path
        className="mark-fill"
        d="M10.4 1.1a2.3 2.3 0 0 1 3.2 0l9.3 9.3a2.3 2.3 0 0 1 0 3.2l-9.3 9.3a2.3 2.3 0 0 1-3.2 0l-9.3-9.3a2.3 2.3 0 0 1 0-3.2Z"
      />
      <path
        className="mark-dots"
        d="M7.3 10.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM12 10.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM16.7 10.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z"
      />
    </>
  ),
  declined: (
    <>
      <path className="mark-fill" d="M7.9 1h8.2L23 7.9v8.2L16.1 23H7.9L1 16.1V7.9Z" />
      <path className="mark-line" d="m8.2 8.2 7.6 7.6M15.8 8.2l-7.6 7.6" />
    </>
  ),
} as const satisfies Record<LineOutcome, unknown>;
