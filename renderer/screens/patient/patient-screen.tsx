import './patient.css';
import './columns.css';
import { useDesk } from '../../app/desk.tsx';
import type { ScreenProps } from '../screen.ts';
import { coverOf } from './cover.ts';
import { InsertCard } from './insert-card.tsx';
import { MemberPage } from './member-page.tsx';
import { RefusedPage } from './refused-page.tsx';

/** Home: whose card this is and whether they are covered here today. */
export function PatientScreen(props: ScreenProps) {
  const { desk } = useDesk();
  const { visit } = desk;
  if (visit === null) return <InsertCard reader={desk.reader} />;
  const cover = coverOf(visit);
  const isRefused = cover.isHolderRefused || cover.outcome === 'declined';
  return isRefused ? (
    <RefusedPage visit={visit} cover={cover} />
  ) : (
    <MemberPage visit={visit} cover={cover} {...props} />
  );
}
