/** Works the queue off, one event after the other. */
export interface Worker {
  /** Something may be waiting. */
  wake(): void;
  /** Resolves when the event in hand is through. */
  stop(): Promise<void>;
}

export interface Queue {
  /** Works on the oldest waiting event; false when none waits. */
  workNext(): Promise<boolean>;
  /** Answers the oldest waiting event without working on it. */
  setAsideNext(): Promise<boolean>;
  /** Told of what broke, which leaves the event waiting. */
  report(error: unknown): void;
}

/** How often the queue is looked at although nobody woke the worker, and how long trouble is given, in ms. */
const pace = 2_000;
const patience = 500;
/** Attempts at one event before it is set aside, so that it cannot hold up those behind it. */
const attempts = 3;

/** Starts working at once on what an earlier process left behind. */
export function startWorker(queue: Queue): Worker {
  let isStopped = false;
  let isWoken = true;
  let rouse: () => void = () => undefined;

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    let failed = 0;
    while (!isStopped) {
      isWoken = false;
      const worked = await attempt(queue, failed);
      failed = worked === 'failed' ? failed + 1 : 0;
      if (worked === 'failed') await sleep(patience);
      else if (worked === 'idle' && !isWoken && !isStopped) await sleep(pace);
    }
  };

  const ended = run();
  return {
    wake() {
      isWoken = true;
      rouse();
    },
    async stop() {
      isStopped = true;
      rouse();
      await ended;
    },
  };
}

async function attempt(queue: Queue, failed: number): Promise<'worked' | 'idle' | 'failed'> {
  try {
    const worked = failed < attempts ? await queue.workNext() : await queue.setAsideNext();
    return worked ? 'worked' : 'idle';
  } catch (error) {
    queue.report(error);
    return 'failed';
  }
}
