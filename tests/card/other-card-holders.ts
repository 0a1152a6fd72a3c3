import type { OtherCardHolder } from '#card/virtual/other-cards/holder.ts';
import { calendarDate } from '#domain/dates.ts';
import type { OtherCardKind } from '#domain/other-cards.ts';

const usual = {
  birth: { date: calendarDate('1979-03-08'), precision: 'day' },
  sex: 'female',
  validFrom: calendarDate('2024-02-29'),
  validTo: calendarDate('2029-12-31'),
} as const;

const named = (given: string, family: string) => ({
  name: { given, family },
  latinName: { given, family },
});

/** One holder of each kind, with what its kind makes hard: another script, a birth date known in part. */
export const holders: Readonly<Record<OtherCardKind, OtherCardHolder>> = {
  egk: {
    ...usual,
    ...named('Jörg', 'Groß-Šimek'),
    cardNumber: '80276001011699901102',
    holderNumber: 'J012345677',
    birth: { date: calendarDate('1958-12-01'), precision: 'month' },
    sex: 'male',
  },
  swiss: {
    ...usual,
    ...named('Hélène', 'Zürcher'),
    cardNumber: '80756000120000000017',
    holderNumber: '7561234567897',
  },
  taiwan: {
    ...usual,
    name: { given: '淑珊', family: '陳' },
    latinName: { given: 'Shu-Shan', family: 'Chen' },
    cardNumber: '000012345678',
    holderNumber: 'A223456781',
  },
  austria: {
    ...usual,
    ...named('Žofia', 'Müller'),
    cardNumber: '1234080379',
    holderNumber: '1234080379',
  },
  serbia: {
    ...usual,
    name: { given: 'Јелена', family: 'Ђорђевић' },
    latinName: { given: 'Jelena', family: 'Đorđević' },
    cardNumber: '12345678901',
    holderNumber: '12345678901',
  },
  thailand: {
    ...usual,
    name: { given: 'สมหญิง', family: 'ใจดี' },
    latinName: { given: 'Somying', family: 'Jaidee' },
    cardNumber: '1101700230708',
    holderNumber: '1101700230708',
    birth: { date: calendarDate('1964-01-01'), precision: 'year' },
  },
};
