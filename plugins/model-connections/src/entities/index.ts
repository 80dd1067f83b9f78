export * from './isModelEntity';
export * from './modelEntityPredicate';
