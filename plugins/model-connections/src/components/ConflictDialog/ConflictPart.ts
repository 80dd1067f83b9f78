/** One of two versions that were both made from a third. */
export type ConflictSide = 'theirs' | 'mine';

/** One part in which two versions differ, in words. */
export interface ConflictPart {
  /** Tells the parts of one comparison apart. */
  key: string;
  title: string;
  /** `unknown` where nobody can tell, because the values are never shown. */
  changedBy: ConflictSide | 'both' | 'unknown';
  /** What it was before both, where that means something. */
  was?: string;
  /** What each side has, line by line. */
  texts: Readonly<Record<ConflictSide, readonly string[]>>;
  /** The values are never shown; the words only tell what is known of them. */
  isHidden?: boolean;
  /** The side that cannot be chosen. */
  isImpossible?: ConflictSide;
}

/** The side that is chosen for each part, by its key. */
export type ConflictChoices = Readonly<
  Record<string, ConflictSide | undefined>
>;
