/** Whether two things that hold nothing but texts, numbers, truths and lists of them are the same. */
export const alike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
