export * from './MenuAction';
