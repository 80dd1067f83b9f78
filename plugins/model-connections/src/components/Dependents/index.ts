export * from './DependentName';
export * from './DependentsDrawer';
export * from './StateMark';
export * from './dependentKey';
