import type { Change } from './diff-packs.ts';
import type { FieldChange } from './list-field-changes.ts';

/** The changes in words, topic by topic. */
export function sayChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing differs.\n';
  const topics = [...new Set(changes.map(({ topic }) => topic))];
  return topics
    .map((topic) => {
      const own = changes.filter((change) => change.topic === topic);
      return `${topic}: ${count(own)}\n${own.map(sayChange).join('')}`;
    })
    .join('');
}

function count(changes: readonly Change[]): string {
  const parts = (['added', 'removed', 'changed'] as const).flatMap((what) => {
    const number = changes.filter((change) => change.what === what).length;
    return number === 0 ? [] : [`${number} ${what}`];
  });
  return parts.join(', ');
}

const sayChange = ({ of, what, fields }: Change): string =>
  what === 'changed' ? `  ${of}: ${fields.map(sayField).join('; ')}\n` : `  ${of}: ${what}\n`;

function sayField({ field, before, after, percent }: FieldChange): string {
  if (before === null) return `${field} is now ${after}`;
  if (after === null) return `${field}, which was ${before}, is gone`;
  if (percent === null) return `${field} was ${before}, is ${after}`;
  const direction = percent > 0 ? 'up' : 'down';
  return `${field} ${direction} from ${before} to ${after} (${percent > 0 ? '+' : ''}${percent} %)`;
}
