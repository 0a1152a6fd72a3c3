import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardReason } from '#contracts/standard-reasons.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import { listReasons } from '#packs/list-reasons.ts';

describe('a reason in the codes of other systems', () => {
  it.each(every())('is one that they have: %s', (reason) => {
    const { x12, hcx, hl7 } = standardReason(reason, null);
    expect(carcs).toContain(x12.code);
    expect([null, ...hcxDenials]).toContain(hcx);
    expect([null, 'ar001', 'ar002']).toContain(hl7);
  });

  it.each<[ReasonCode, string, string | null, string | null]>([
    ['ceiling-used-up', '119', 'BENX-005', 'ar002'],
    ['diagnosis-excluded', '167', 'NCOV-001', 'ar001'],
    ['approval-needed', '197', 'AUTH-001', null],
    ['follow-up-included', '97', 'PRCE-006', null],
    ['waiting', '179', 'AUTH-011', null],
    ['supply-history-unknown', '133', null, null],
  ])('is the nearest one: %s', (reason, code, hcx, hl7) => {
    expect(standardReason(reason, null)).toMatchObject({ x12: { code }, hcx, hl7 });
  });

  it.each([
    ['provider', 'CO'],
    ['member', 'PR'],
    [null, 'OA'],
  ] as const)('leaves what %s bears in group %s', (bearer, group) => {
    expect(standardReason('above-list-price', bearer).x12.group).toBe(group);
  });

  it('is on the generated page, which is as the checks are', () => {
    const page = readFileSync(new URL('../../docs/reasons.md', import.meta.url), 'utf8');
    expect(page, 'write it anew: npm run -s medexa -- pack reasons > docs/reasons.md').toBe(
      listReasons(),
    );
  });
});

function every(): ReasonCode[] {
  return checks.flatMap((check): readonly ReasonCode[] => check.reasons);
}

/** X12's claim adjustment reason codes for medical and pharmacy claims that are in force. */
const carcs = words(`
  1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 18 19 20 21 22 23 24 26 27 29 31 32 33 34 35 39 40 44 45 49 50 51 53 54 55 56 58 59 60
  61 69 70 78 89 90 91 94 95 96 97 100 101 102 103 104 105 106 107 108 109 110 111 112 114 115 116 117 119 121 122 128 129
  130 131 132 133 134 135 136 137 139 140 142 143 144 146 147 148 149 150 151 152 153 154 155 157 158 159 160 161 163 164
  166 167 169 170 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185 186 187 188 189 190 192 193 194 195 197 198
  199 200 201 202 203 204 205 206 207 208 209 210 211 212 213 215 216 219 222 223 224 225 226 227 228 229 231 232 233 234
  235 236 237 238 239 240 242 243 245 246 247 248 249 250 251 252 253 254 256 257 258 259 260 261 267 268 269 270 271 272
  273 274 275 276 277 278 279 280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 A0 A1 A5 A6 A8 B1 B4 B7
  B8 B9 B10 B11 B12 B13 B14 B15 B16 B20 B22 B23`);

/** The denial codes of the Health Claims Exchange, version 0.8. */
const hcxDenials = words(`
  ELIG-001 ELIG-005 ELIG-006 ELIG-007 AUTH-001 AUTH-003 AUTH-004 AUTH-005 AUTH-006 AUTH-007 AUTH-008 AUTH-009 AUTH-010
  AUTH-011 AUTH-012 BENX-002 BENX-005 CLAI-007 CLAI-008 CLAI-009 CLAI-010 CLAI-011 CLAI-012 CLAI-014 CLAI-017 CLAI-018
  CLAI-019 CLAI-020 CODE-010 CODE-012 CODE-013 CODE-014 CODE-015 DUPL-001 DUPL-002 MNEC-003 MNEC-004 MNEC-005 MNEC-006
  NCOV-001 NCOV-002 NCOV-003 NCOV-025 PRCE-001 PRCE-002 PRCE-003 PRCE-006 PRCE-007 PRCE-008 PRCE-009 PRCE-010 PRCE-011
  TIME-001 TIME-002 TIME-003 COPY-001 SURC-001 SURC-002 SURC-003 SURC-004 SURC-005 SURC-006 SURC-007 SURC-008 WRNG-001`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
