'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { ScanBarcode as ScanIcon } from '@/components/ui/icons';
import { FormStatus } from '@/components/ui/state';

type ScanBarcodeProps = {
  /** Told of the digits, once; the camera is off by then. */
  onFound: (digits: string) => void;
  words: Readonly<Record<'scan' | 'stop' | 'lead' | 'refused', string>>;
};

/** What of the Barcode Detection API is used; browsers without it have no such constructor. */
type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'itf'] as const;

const LOOK_EVERY_MS = 200;

function detectorClass(): DetectorClass | null {
  return 'BarcodeDetector' in window ? (window.BarcodeDetector as DetectorClass) : null;
}

const nothingChanges = () => () => {};

/** Reads a barcode with the camera, where the browser can; elsewhere it is typed and this is not there. */
export function ScanBarcode({ onFound, words }: ScanBarcodeProps) {
  const canScan = useSyncExternalStore(
    nothingChanges,
    () => detectorClass() !== null && navigator.mediaDevices !== undefined,
    () => false,
  );
  const [state, setState] = useState<'off' | 'on' | 'refused'>('off');
  if (!canScan) return null;
  return (
    <div className="grid gap-3">
      <Button onClick={() => setState(state === 'on' ? 'off' : 'on')} wide>
        <ScanIcon aria-hidden className="size-5" />
        {state === 'on' ? words.stop : words.scan}
      </Button>
      {state === 'refused' && <FormStatus kind="warning">{words.refused}</FormStatus>}
      {state === 'on' && (
        <Viewfinder
          label={words.lead}
          onRefused={() => setState('refused')}
          onFound={(digits) => {
            setState('off');
            onFound(digits);
          }}
        />
      )}
    </div>
  );
}

type ViewfinderProps = { label: string; onFound: (digits: string) => void; onRefused: () => void };

function Viewfinder({ label, onFound, onRefused }: ViewfinderProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onFound, onRefused });
  useEffect(() => {
    told.current = { onFound, onRefused };
  });
  useEffect(() => {
    const seen = video.current;
    return seen
      ? watch(
          seen,
          (digits) => told.current.onFound(digits),
          () => told.current.onRefused(),
        )
      : undefined;
  }, []);
  return (
    <figure className="grid gap-2">
      <video
        ref={video}
        muted
        playsInline
        aria-hidden
        className="aspect-video w-full rounded-lg bg-ink object-cover"
      />
      <figcaption className="text-sm text-muted">{label}</figcaption>
    </figure>
  );
}

/** Shows the camera and looks for a barcode until one is found; answers what stops it. */
function watch(seen: HTMLVideoElement, found: (digits: string) => void, refused: () => void): () => void {
  const Detector = detectorClass();
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = Detector === null;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
  };

  async function start(detector: Detector) {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (stopped) return stop();
    seen.srcObject = stream;
    await seen.play();
    await look(detector);
  }

  async function look(detector: Detector) {
    if (stopped) return;
    const [code] = await detector.detect(seen).catch(() => []);
    if (stopped) return;
    if (!code) {
      timer = setTimeout(() => void look(detector), LOOK_EVERY_MS);
      return;
    }
    stop();
    found(code.rawValue);
  }

  if (Detector) {
    start(new Detector({ formats: FORMATS })).catch(() => {
      const wasStopped = stopped;
      stop();
      if (!wasStopped) refused();
    });
  }
  return stop;
}
