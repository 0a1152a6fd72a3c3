import { useEffect, useRef, useState } from 'react';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import type { PhotoView } from '#contracts/visit-views.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { Silhouette } from './silhouette.tsx';

const said = {
  none: patientTexts.noPhoto,
  reading: patientTexts.photoReading,
  unreadable: patientTexts.photoUnreadable,
  wrong: patientTexts.photoWrong,
} as const;

/** The holder's photo, or the figure in its place with what keeps the photo from being shown. */
export function Photo({ photo }: { readonly photo: PhotoView }) {
  const { say } = useSpeech();
  if (photo.state === 'here') return <Picture key={photo.hash} hash={photo.hash} />;
  const text = say(said[photo.state]);
  return (
    <figure className="photo-place">
      <Silhouette name={text} />
      {photo.state === 'wrong' || photo.state === 'unreadable' ? (
        <figcaption className="photo-place__doubt">{text}</figcaption>
      ) : null}
    </figure>
  );
}

/** Drawn from the bytes that the agent verified: the page loads no picture from anywhere. */
function Picture({ hash }: { readonly hash: string }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState<boolean | null>(null);
  useEffect(() => {
    let isWanted = true;
    const draw = async () => {
      const { base64, type } = await client.card.photo({ hash });
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type }));
      const target = canvas.current;
      if (!isWanted || target === null) return;
      target.width = picture.width;
      target.height = picture.height;
      target.getContext('2d')?.drawImage(picture, 0, 0);
      setDrawn(true);
    };
    draw().catch(() => isWanted && setDrawn(false));
    return () => {
      isWanted = false;
    };
  }, [client, hash]);
  if (isDrawn === false) return <Photo photo={{ state: 'unreadable' }} />;
  return (
    <canvas ref={canvas} className="photo" role="img" aria-label={say(patientTexts.holderPhoto)} />
  );
}
