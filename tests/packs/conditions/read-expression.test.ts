import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '#domain/adjudication/condition-fact.ts';
import { type ConditionFactName, conditionFacts } from '#domain/adjudication/condition-facts.ts';
import { listFacts } from '#packs/conditions/list-facts.ts';
import {
  longestExpression,
  prepareExpression,
  readExpression,
} from '#packs/conditions/read-expression.ts';

const known = new Map<ConditionFactName, FactValue>([
  ['person.age', 58],
  ['person.sex', 'male'],
  ['member.plan', 'silver'],
  ['line.item', 'دواء'],
  ['line.unitPrice', 5_000],
  ['line.quantity', 30],
  ['line.diagnoses', ['E11.9', 'I10']],
  ['line.hasApproval', false],
]);
const answer = (text: string) => {
  const read = readExpression(text);
  if (!read.ok) throw new Error(read.failure);
  return read.value.evaluate(known);
};

describe('an expression', () => {
  /** Null: it cannot be told, and the line refers. */
  const table: readonly [string, boolean | null][] = [
    ['person.age == 58', true],
    ['person.age > 58', false],
    ['person.age >= 58 && person.sex == "male"', true],
    ['!(person.age >= 58)', false],
    ['person.age < 18 || member.plan == "silver"', true],
    ['person.age in [57, 58]', true],
    ['person.age in []', false],
    ['member.plan in ["gold", "silver"]', true],
    ['person.age >= 18 ? member.plan == "gold" : true', false],
    // Arithmetic is of whole numbers, exact, and within 64 bits.
    ['7 / 2 == 3', true],
    ['-7 / 2 == -3', true],
    ['-7 % 3 == -1', true],
    ['line.unitPrice * line.quantity == 150000', true],
    ['line.quantity / (person.age - 58) > 0', null],
    ['line.quantity % (person.age - 58) > 0', null],
    ['9007199254740991 * 9007199254740991 > line.quantity', null],
    // Texts, also of other letters, count code points.
    ['line.item == "دواء"', true],
    ['size(line.item) == 4', true],
    ['size("😀") == 1', true],
    ['line.item.startsWith("دو") && line.item.endsWith("ء")', true],
    ['line.item.contains("و")', true],
    ['"2026-11-22" < "2026-12-01"', true],
    // Lists.
    ['line.diagnoses.size() == 2 && line.diagnoses[0] == "E11.9"', true],
    ['line.diagnoses[2] == "E11.9"', null],
    ['"I10" in line.diagnoses', true],
    ['line.diagnoses.exists(d, d.startsWith("E1"))', true],
    ['line.diagnoses.all(d, d.startsWith("E1"))', false],
    ['line.diagnoses.exists_one(d, d >= "E10" && d < "E15")', true],
    // A name bound within a question hides what is outside.
    ['line.diagnoses.exists(person, person == "I10")', true],
    // What is not known leaves open what rests on it, and nothing else.
    ['clinician.specialty == "cardiology"', null],
    ['!(clinician.specialty == "cardiology")', null],
    ['clinician.specialty == "cardiology" || person.age == 58', true],
    ['person.age == 58 || clinician.specialty == "cardiology"', true],
    ['clinician.specialty == "cardiology" && person.age == 1', false],
    ['clinician.specialty == "cardiology" && person.age == 58', null],
    ['line.hasApproval ? clinician.specialty == "x" : true', true],
  ];
  it.each(table)('%s', (text, expected) => {
    expect(answer(text)).toBe(expected);
  });

  const refused: readonly [string, RegExp][] = [
    ['', /^not an expression/],
    ['person.age >', /^not an expression/],
    ['person.agee > 3', /no fact is called "person.agee"/],
    ['nobody > 3', /"nobody" alone is no fact/],
    ['person.age', /gives int, not a yes or no/],
    ['person.age > "3"', /no such overload/],
    ['person.age == 58.0', /no such overload|58/],
    ['person.sex > 3', /no such overload/],
    ['line.diagnoses.exists(d, d > 3)', /no such overload/],
    ['line.diagnoses.exists(d)', /incomplete|not an expression|matching/],
    ['person.age == 9007199254740992', /too large/],
    ['person.age + "a" == 3', /no such overload/],
    // Ways out of the sandbox.
    ['constructor == 1', /alone is no fact/],
    ['person.constructor == 1', /no fact is called "person.constructor"/],
    ['person.__proto__ == 1', /no fact is called "person.__proto__"/],
    ['person["age"] > 1', /"person" alone is no fact/],
    ['person["constructor"] == 1', /"person" alone is no fact/],
    ['"a".constructor == "b"', /taken apart/],
    ['[].constructor == 1', /taken apart/],
    ['line.diagnoses.constructor == 1', /taken apart/],
    ['line.diagnoses.length > 1', /taken apart/],
    ['line.diagnoses.exists(d, d.constructor == 1)', /no fact is called "d.constructor"/],
    ['globalThis == 1', /alone is no fact/],
    ['process.env == 1', /no fact is called "process.env"/],
    ['toString() == "a"', /is not for conditions/],
    ['person.toString() == "a"', /is not for conditions/],
    ['hasOwnProperty("a") == true', /is not for conditions/],
    ['dyn(person.age) == "a"', /is not for conditions/],
    ['type(person.age) == int', /is not for conditions/],
    ['has(person.age)', /is not for conditions/],
    [
      'timestamp("2026-02-30T00:00:00Z") == timestamp("2026-03-02T00:00:00Z")',
      /not for conditions/,
    ],
    // Costs that grow.
    ['line.item.matches("^(a+)+$")', /is not for conditions/],
    ['line.diagnoses.all(x, line.diagnoses.exists(y, y == x))', /within another/],
    ['line.diagnoses.map(x, x + x).size() > 1', /is not for conditions/],
    ['line.diagnoses.filter(x, true).size() > 1', /is not for conditions/],
    ['cel.bind(x, 1, x > 0)', /is not for conditions|not an expression/],
    ['{"a": 1}.a == 1', /not an expression|taken apart/],
    [`person.age in [${Array.from({ length: 51 }, (_, n) => n).join(',')}]`, /maxListElements/],
    [`person.age > ${'('.repeat(60)}1${')'.repeat(60)}`, /maxDepth/],
    [`"${'a'.repeat(longestExpression)}" == line.item`, /longer than 500/],
  ];
  it.each(refused)('is refused with the cure: %s', (text, why) => {
    const read = readExpression(text);
    expect(read.ok ? 'accepted' : read.failure).toMatch(why);
    expect(prepareExpression(text)).toBeNull();
  });

  it('names the facts on which it rests', () => {
    const read = readExpression('person.age > 3 && line.diagnoses.exists(d, d == member.plan)');
    expect(read).toMatchObject({
      ok: true,
      value: { facts: ['person.age', 'line.diagnoses', 'member.plan'] },
    });
  });

  it('answers yes, no or nothing, and never breaks, whatever is written', () => {
    const words = fc.constantFrom(
      ...Object.keys(conditionFacts),
      '&&',
      '||',
      '!',
      '==',
      '<',
      '+',
      '*',
      '/',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '.',
      ',',
      '?',
      ':',
      '"a"',
      '1',
      '0',
      'x',
      'in',
      '.exists(x,',
      '.size()',
      'true',
      '-',
      '__proto__',
      'constructor',
      '`',
      '\\',
      "'",
      '💊',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 12 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const prepared = prepareExpression(text);
          if (prepared !== null) expect([true, false, null]).toContain(prepared.evaluate(known));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a documented fact', () => {
  it.each(Object.entries(conditionFacts))(
    'can be named with its own type: %s',
    (name, { type }) => {
      const questions = {
        int: `${name} >= 0`,
        string: `${name} == "a"`,
        bool: name,
        'list<string>': `"a" in ${name}`,
      };
      expect(readExpression(questions[type])).toMatchObject({ ok: true, value: { facts: [name] } });
    },
  );

  it('is on the generated page, which is as the schema is', () => {
    const page = readFileSync(new URL('../../../docs/cel-facts.md', import.meta.url), 'utf8');
    expect(page, 'write it anew: npm run -s medexa -- pack facts > docs/cel-facts.md').toBe(
      listFacts(),
    );
  });
});
