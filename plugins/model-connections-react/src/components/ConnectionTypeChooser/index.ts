export * from './ConnectionTypeChooser';
export * from './isSelectableType';
