import './silhouette.css';

/** Where a photo would stand: a neutral figure that shows nobody. */
export function Silhouette({ name }: { readonly name: string }) {
  return (
    <svg className="photo" viewBox="0 0 96 120" role="img" aria-label={name}>
      <rect className="photo__ground" width="96" height="120" />
      <path className="photo__figure" d="M8 120c1-24 16-37 40-37s39 13 40 37Z" />
      <ellipse className="photo__figure" cx="48" cy="49" rx="21" ry="25" />
    </svg>
  );
}
