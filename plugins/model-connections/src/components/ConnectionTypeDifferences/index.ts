export * from './DifferenceList';
export * from './useDifferenceTexts';
