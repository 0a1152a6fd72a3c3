/** Does its work and answers the process's exit code. */
export type Command = (args: readonly string[]) => Promise<number>;
