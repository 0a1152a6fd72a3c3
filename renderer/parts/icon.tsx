const paths = {
  barcode: 'M4 6v12M7.5 6v12M10.5 6v12M14.5 6v12M17 6v12M20 6v12',
  calendar:
    'M6 5h12a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM4 10h16M8.5 3v4M15.5 3v4',
  card: 'M4.5 5h15a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM6 10h4v4H6zM14 15h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  claims: 'M7 3h7l5 5v11a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM14 3v5h5M9 13h6M9 17h6',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5.3l3.5 2',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 18 10.6a4 4 0 0 1-.5 7.9Z',
  close: 'M6 6l12 12M18 6 6 18',
  demo: 'M8.5 7.5h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM3.5 15.5v-9a2 2 0 0 1 2-2h10.5M10 16h5',
  dispense: 'm10.2 20.2 10-10a4.6 4.6 0 0 0-6.4-6.4l-10 10a4.6 4.6 0 0 0 6.4 6.4ZM8.8 8.8l6.4 6.4',
  help: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9.4 9.3a2.7 2.7 0 1 1 4 2.4c-.9.5-1.4 1-1.4 2M12 17h.01',
  info: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v5.5M12 7.5h.01',
  lock: 'M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2ZM8 10.5V7.5a4 4 0 0 1 8 0v3',
  next: 'm9 5 7 7-7 7',
  offline:
    'M3.5 3.5l17 17M9.3 6A6 6 0 0 1 18 10.6a4 4 0 0 1 2.7 6.3M6.6 9.5a4.5 4.5 0 0 0 .4 9h9.5',
  operator:
    'M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-1.5a1.5 1.5 0 0 1 3 0V12m0-1a1.5 1.5 0 0 1 3 0v4c0 3.5-2 6-5.5 6S7 19.5 5 15.5l-.8-1.8a1.5 1.5 0 0 1 2.6-1.4L8 14',
  pack: 'M4 7.5 12 3l8 4.5v9L12 21l-8-4.5ZM4 7.5l8 4.5 8-4.5M12 12v9',
  patient: 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 20.5c1.2-4 4.3-6 8-6s6.8 2 8 6',
  phone:
    'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4 5.7a2 2 0 0 1 2-2.2Z',
  plus: 'M12 5v14M5 12h14',
  privacy:
    'M4 4l16 16M9.9 5.3A9.7 9.7 0 0 1 12 5c5 0 8.3 4 9.5 7-.5 1.1-1.2 2.3-2.2 3.4M6.4 6.9C4.5 8.2 3.2 10.2 2.5 12c1.2 3 4.5 7 9.5 7 1.7 0 3.2-.4 4.5-1.1',
  pulse: 'M2.5 12.5h4l2.5-7 5 13 2.5-6h5',
  retry: 'M20 11.5a8 8 0 1 0-2.3 6M20 5.5v6h-6',
  search: 'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M20 20l-4.3-4.3',
  server:
    'M5.5 4h13A1.5 1.5 0 0 1 20 5.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 9.5v-4A1.5 1.5 0 0 1 5.5 4ZM5.5 13h13a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-4A1.5 1.5 0 0 1 5.5 13ZM8 7.5h.01M8 16.5h.01',
  sure: 'M12 3 4.5 6v5.5c0 4.5 3 7.8 7.5 9.5 4.5-1.7 7.5-5 7.5-9.5V6ZM8.5 12l2.5 2.5 4.5-5',
  terminal:
    'M4.5 4.5h15A1.5 1.5 0 0 1 21 6v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15V6a1.5 1.5 0 0 1 1.5-1.5ZM9 20.5h6M12 16.5v4',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  urgent: 'M12 4v16M5 8l14 8M19 8 5 16',
  visit:
    'M7 4.5h10a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2ZM9 4.5V3h6v1.5M9 11h6M9 15h4',
} as const;

export type IconName = keyof typeof paths;

/** A line icon. It never speaks alone: the text beside it, or the control's name, does. */
export function Icon(props: {
  readonly name: IconName;
  readonly size?: 'sm' | 'lg';
  readonly flips?: boolean;
}) {
  const classes = ['ic', props.size && `ic--${props.size}`, props.flips && 'ic--flip'];
  return (
    <svg className={classes.filter(Boolean).join(' ')} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[props.name]} />
    </svg>
  );
}
