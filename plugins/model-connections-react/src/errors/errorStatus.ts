/**
 * The HTTP status that an error stands for; `undefined` where no answer came, such as a broken connection.
 *
 * @public
 */
export function errorStatus(error: Error): number | undefined {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
