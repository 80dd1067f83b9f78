import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';
import { ProtocolId } from '@mooring/backstage-plugin-model-connections-common';

const BUCKET =
  'M4 6.5C4 4.8 7.6 3.5 12 3.5s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zm0 0 2 11.7c.2 1.3 2.8 2.3 6 2.3s5.8-1 6-2.3l2-11.7';
const CUBE =
  'M12 3l8 4.5v9L12 21l-8-4.5v-9L12 3zm0 9l8-4.5M12 12v9M12 12L4 7.5';
const LINK =
  'M10 14a4.2 4.2 0 0 0 6 0l3-3a4.24 4.24 0 0 0-6-6l-1 1M14 10a4.2 4.2 0 0 0-6 0l-3 3a4.24 4.24 0 0 0 6 6l1-1';
const DATABASE =
  'M5 6c0-1.7 3.1-3 7-3s7 1.3 7 3-3.1 3-7 3-7-1.3-7-3zm0 0v12c0 1.7 3.1 3 7 3s7-1.3 7-3V6M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3';

const CLOUD =
  'M7 18.5a4 4 0 0 1-.6-7.95A5.5 5.5 0 0 1 17 9.1a4.7 4.7 0 0 1 .3 9.4H7z';
const NODES =
  'M12 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5.5 20a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM18.5 20a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM10.5 9.1l-3.7 6.6M13.5 9.1l3.7 6.6';

const PATHS: Record<ProtocolId, string> = {
  s3: BUCKET,
  oci: CUBE,
  uri: LINK,
  gcs: CLOUD,
  azure: CLOUD,
  hf: NODES,
};

/**
 * A drawing for a connection type, by the first protocol it serves. Decoration: the name stands beside it.
 *
 * @public
 */
export function ConnectionTypeIcon(
  props: SvgIconProps & { protocol?: ProtocolId },
) {
  const { protocol, ...rest } = props;
  return (
    <SvgIcon
      {...rest}
      aria-hidden
      style={{
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 1.6,
        ...rest.style,
      }}
    >
      <path
        strokeLinecap="round"
        strokeLinejoin="round"
        d={(protocol && PATHS[protocol]) ?? DATABASE}
      />
    </SvgIcon>
  );
}
