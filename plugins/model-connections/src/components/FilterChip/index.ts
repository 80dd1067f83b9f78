export * from './FilterChip';
export * from './ToggleChip';
