import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { topicSchemas } from '#packs/source-schema.ts';

const guide = readFileSync(new URL('../../docs/writing-a-contract.md', import.meta.url), 'utf8');
const snippets = [
  ...guide.matchAll(/```yaml (adds|file|example)=(\S+?)\.yaml[^\n]*\n(.*?)```/gs),
].map(([, how = '', topic = '', yaml = '']) => ({ how, topic, content: parse(yaml) as unknown }));

/** What a rule is for is written alike in every file: shown once, it is shown. */
const scopes = new Set(['item', 'items', 'atc', 'benefit', 'benefits', 'kind']);
const everywhere = new Set(snippets.flatMap(({ content }) => keysIn(content)));

describe.each(Object.entries(topicSchemas))('the guide to %s.yaml', (topic, schema) => {
  const own = snippets.filter((one) => one.topic === topic);
  const { fields, words } = describeFields(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  );

  it('shows every field', () => {
    const shown = new Set(own.flatMap(({ content }) => keysIn(content)));
    // What is added to a list stands under the list's name.
    const lists = own.some(({ how }) => how === 'adds') ? Object.keys(schema.shape) : [];
    const isShown = (field: string) =>
      shown.has(field) || lists.includes(field) || (scopes.has(field) && everywhere.has(field));
    expect(fields.filter((field) => !isShown(field))).toEqual([]);
  });

  it('tells every word that a field takes', () => {
    const isTold = (word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(guide);
    expect(words.filter((word) => !isTold(word))).toEqual([]);
  });

  it('gives examples that have its shape', () => {
    for (const { how, content } of own) {
      if (how === 'example') expect(schema.safeParse(content)).toMatchObject({ success: true });
    }
  });
});

function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...keysIn(one)]);
}

/** The fields that a file may have, and the words that some of them take; the keys of a list of names are neither. */
function describeFields(schema: unknown): { fields: readonly string[]; words: readonly string[] } {
  if (Array.isArray(schema)) return joined(schema);
  if (typeof schema !== 'object' || schema === null) return { fields: [], words: [] };
  const {
    properties = {},
    propertyNames: _,
    enum: listed = [],
    const: only,
    ...rest
  } = schema as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly propertyNames?: unknown;
    readonly enum?: readonly unknown[];
    readonly const?: unknown;
  };
  const inner = joined([...Object.values(properties), ...Object.values(rest)]);
  const words = [...listed, only].filter((word) => typeof word === 'string');
  return {
    fields: [...new Set([...Object.keys(properties), ...inner.fields])],
    words: [...new Set([...words, ...inner.words])],
  };
}

function joined(schemas: readonly unknown[]): ReturnType<typeof describeFields> {
  const described = schemas.map(describeFields);
  return {
    fields: described.flatMap(({ fields }) => fields),
    words: described.flatMap(({ words }) => words),
  };
}
