/** One step of the schema. Never edited after release; `number` becomes the file's `user_version`. */
export interface Migration {
  readonly number: number;
  /** The statements that lead from the step before to this one, run in one transaction. */
  readonly sql: string;
}
