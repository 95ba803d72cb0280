'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { ScanBarcode as ScanIcon } from '@/components/ui/desk-icons';
import { FormStatus } from '@/components/ui/state';

type ScanBarcodeProps = {
  /** Told of what a barcode says. The camera is off by then, unless `goesOn`. */
  onFound: (code: string) => void;
  /** For reading one barcode after the other; also such as sellers print themselves. */
  goesOn?: boolean;
  words: Readonly<Record<'scan' | 'stop' | 'lead' | 'refused', string>>;
};

/** What of the Barcode Detection API is used; browsers without it have no such constructor. */
type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const GTIN_FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'itf'] as const;
const SHOP_FORMATS = ['code_128', 'code_39', 'qr_code'] as const;

const LOOK_EVERY_MS = 200;

/** As long as somebody needs to take the next piece. */
const REST_AFTER_FOUND_MS = 1_500;

function detectorClass(): DetectorClass | null {
  return 'BarcodeDetector' in window ? (window.BarcodeDetector as DetectorClass) : null;
}

const nothingChanges = () => () => {};

/** Reads a barcode with the camera, where the browser can; elsewhere it is typed and this is not there. */
export function ScanBarcode({ onFound, goesOn = false, words }: ScanBarcodeProps) {
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
          goesOn={goesOn}
          onRefused={() => setState('refused')}
          onFound={(code) => {
            if (!goesOn) setState('off');
            onFound(code);
          }}
        />
      )}
    </div>
  );
}

type Told = { readonly onFound: (code: string) => void; readonly onRefused: () => void };

type ViewfinderProps = Told & { label: string; goesOn: boolean };

function Viewfinder({ label, goesOn, onFound, onRefused }: ViewfinderProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onFound, onRefused });
  useEffect(() => {
    told.current = { onFound, onRefused };
  });
  useEffect(() => {
    const seen = video.current;
    if (!seen) return undefined;
    return watch(seen, goesOn, {
      onFound: (code) => told.current.onFound(code),
      onRefused: () => told.current.onRefused(),
    });
  }, [goesOn]);
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

/** Shows the camera and looks for a barcode until one is found, or on and on; answers what stops it. */
function watch(seen: HTMLVideoElement, goesOn: boolean, told: Told): () => void {
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
    if (code && !goesOn) stop();
    else timer = setTimeout(() => void look(detector), code ? REST_AFTER_FOUND_MS : LOOK_EVERY_MS);
    if (code) told.onFound(code.rawValue);
  }

  if (Detector) {
    const formats = goesOn ? [...GTIN_FORMATS, ...SHOP_FORMATS] : GTIN_FORMATS;
    start(new Detector({ formats })).catch(() => {
      const wasStopped = stopped;
      stop();
      if (!wasStopped) told.onRefused();
    });
  }
  return stop;
}
