/** A bound of a check, by the titles of the stories on it, one step to one side and one to the other. */
export interface Boundary {
  readonly of: string;
  readonly under: string;
  readonly exactly: string;
  readonly over: string;
}
