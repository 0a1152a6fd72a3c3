/** What is left out of a wish stays as it was said before; null, which takes it back, is said too. */
export const asSaid = <Wish, Before>(wish: Wish | undefined, before: Before): Wish | Before =>
  wish === undefined ? before : wish;
