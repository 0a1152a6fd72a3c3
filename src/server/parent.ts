/** How often the parent is looked for, in milliseconds. */
const pace = 1_000;

/** Calls once when the process that started this one is gone: its pipe or channel closes, or we are orphaned. */
export function onParentGone(call: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) gone();
  }, pace);
  watch.unref();
  const gone = () => {
    clearInterval(watch);
    call();
  };
  process.once('disconnect', gone);
  process.stdin.once('end', gone);
  process.stdin.once('error', gone);
  process.stdin.resume();
}
