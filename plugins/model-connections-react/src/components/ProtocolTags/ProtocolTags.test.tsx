import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { ProtocolTags } from './ProtocolTags';

describe('ProtocolTags', () => {
  it('names each protocol, and which one comes first', async () => {
    renderInTestApp(<ProtocolTags protocols={['s3', 'uri']} active="s3" />);
    const tags = await screen.findAllByRole('listitem');
    expect(tags.map(tag => tag.textContent)).toEqual(['S3', 'URI']);
    expect(tags[1]).toHaveAccessibleName('URI: not used, S3 comes first');
  });

  it('says in words that no model is served', async () => {
    renderInTestApp(<ProtocolTags protocols={[]} />);
    expect(await screen.findByText('Serves no model')).toBeInTheDocument();
  });
});
