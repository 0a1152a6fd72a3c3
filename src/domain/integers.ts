/** Integer division towards minus infinity, without floating point's Math. */
export function floorDivide(dividend: number, divisor: number): number {
  const remainder = ((dividend % divisor) + divisor) % divisor;
  return (dividend - remainder) / divisor;
}

/** Integer division towards plus infinity. */
export const ceilDivide = (dividend: number, divisor: number): number =>
  -floorDivide(-dividend, divisor);
