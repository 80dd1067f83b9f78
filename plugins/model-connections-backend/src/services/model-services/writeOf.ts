export { modelServiceWriteOf as writeOf } from '@mooring/backstage-plugin-model-connections-common';
