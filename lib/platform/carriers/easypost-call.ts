const TIMEOUT_MS = 10_000;

/** One question to EasyPost's interface; throws when it is not answered with success. */
export type EasyPostCall = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<unknown>;

/** EasyPost takes the key as the user of basic authentication. */
export function easyPostCall(apiKey: string, apiUrl: string): EasyPostCall {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, apiUrl), {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The carrier service answered ${response.status} to ${method} ${path}`);
    return response.json();
  };
}
