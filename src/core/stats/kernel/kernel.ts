import { DataError } from '../../data/dataError.ts';
import { kernelCode } from './kernelCode.ts';

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

declare const WebAssembly: {
  readonly Memory: new (options: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
declare const atob: (text: string) => string;

const pageBytes = 65_536;
let compiled: object | null = null;

/** Whatever its size, a memory takes 10 GB of addresses, so that no access needs to be checked. */
function makeMemory(): Memory {
  try {
    return new WebAssembly.Memory({ initial: 1 });
  } catch {
    throw new DataError('out_of_memory', { found: 'address_space' });
  }
}

/** The functions of src/kernel on a memory of their own, which goes with the kernel. `E`: those that are used. */
export class Kernel<E> {
  /** The first byte of the memory that may be used. */
  static readonly start = pageBytes;
  readonly run: E;
  readonly #memory = makeMemory();

  /** Throws out_of_memory where there is no address space for it. */
  constructor() {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelCode), (c) => c.charCodeAt(0)));
    this.run = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } }).exports as E;
  }

  /** The memory, all 0 at first. */
  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  /** Makes the memory at least so large; views of it are lost when it was smaller. Throws a RangeError when it cannot be had. */
  grow(bytes: number): void {
    const missing = Math.ceil((bytes - this.#memory.buffer.byteLength) / pageBytes);
    if (missing > 0) this.#memory.grow(missing);
  }
}
