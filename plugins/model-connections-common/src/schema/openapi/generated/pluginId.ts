export const pluginId = 'model-connections';
