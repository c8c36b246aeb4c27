import type { Complaint } from './intake';

/** "Low back, right leg": the complaint in the few words a list has room for. */
export function complaintSummary(complaint: Complaint): string {
  const region = { lumbar: 'Low back', cervical: 'Neck', thoracic: 'Mid back', si: 'SI joint', unknown: 'Spine' }[
    complaint.region
  ];
  const side = complaint.side && complaint.side !== 'unknown' ? `${complaint.side} ` : '';
  if (complaint.dominantPain === 'leg') return `${region}, ${side}leg${side === 'both ' ? 's' : ''}`;
  if (complaint.dominantPain === 'arm') return `${region}, ${side}arm${side === 'both ' ? 's' : ''}`;
  return region;
}
