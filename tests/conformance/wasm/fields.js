/**
 * One JSON object of a golden file. Reading a field that is missing or of another type throws an
 * Error with its path; fields that nobody read can be listed, so that none goes unseen.
 */
export class Fields {
  #object;
  #prefix;
  #read;

  /**
   * @param {unknown} object
   * @param {string} [prefix] its path
   * @param {Set<string>} [read] paths read so far, shared with the objects inside
   */
  constructor(object, prefix = '', read = new Set()) {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) {
      fail(prefix || 'case', 'is no object');
    }
    this.#object = /** @type {Record<string, unknown>} */ (object);
    this.#prefix = prefix;
    this.#read = read;
  }

  /** @param {string} name */
  has(name) {
    return Object.hasOwn(this.#object, name);
  }

  /**
   * Where a field stands: "networks[0].losses".
   *
   * @param {string} name
   */
  path(name) {
    return this.#prefix + name;
  }

  /** @param {string} name */
  number(name) {
    return numberOf(this.#at(name), this.path(name));
  }

  /** @param {string} name */
  numberOrNull(name) {
    return this.#at(name) === null ? null : this.number(name);
  }

  /** @param {string} name */
  count(name) {
    return countOf(this.#at(name), this.path(name));
  }

  /** @param {string} name */
  boolean(name) {
    const value = this.#at(name);
    if (typeof value !== 'boolean') fail(this.path(name), 'is neither true nor false');
    return value;
  }

  /** @param {string} name */
  text(name) {
    return textOf(this.#at(name), this.path(name));
  }

  /** @param {string} name */
  numbers(name) {
    return listOf(this.#at(name), this.path(name), numberOf);
  }

  /** @param {string} name */
  counts(name) {
    return listOf(this.#at(name), this.path(name), countOf);
  }

  /** @param {string} name */
  texts(name) {
    return listOf(this.#at(name), this.path(name), textOf);
  }

  /** @param {string} name */
  matrix(name) {
    const rows = listOf(this.#at(name), this.path(name), (row, path) =>
      listOf(row, path, numberOf),
    );
    if (rows.some((row) => row.length !== rows[0].length)) {
      fail(this.path(name), 'has rows of different lengths');
    }
    return rows;
  }

  /**
   * @param {string} name
   * @returns {boolean} whether the field is a list of lists
   */
  hasRows(name) {
    const list = this.#at(name);
    return Array.isArray(list) && Array.isArray(list[0]);
  }

  /** @param {string} name */
  object(name) {
    return new Fields(this.#at(name), `${this.path(name)}.`, this.#read);
  }

  /** @param {string} name */
  objects(name) {
    return listOf(
      this.#at(name),
      this.path(name),
      (item, path) => new Fields(item, `${path}.`, this.#read),
    );
  }

  /**
   * @returns {string[]} the paths of the fields, at any depth of objects, that were never read
   */
  unread() {
    return unreadOf(this.#object, '', this.#read);
  }

  /** @param {string} name */
  #at(name) {
    if (!this.has(name)) fail(this.path(name), 'is missing');
    this.#read.add(this.path(name));
    return this.#object[name];
  }
}

/**
 * @param {string} path
 * @param {string} problem
 * @returns {never}
 */
function fail(path, problem) {
  throw new Error(`${path}: ${problem}`);
}

/**
 * @param {unknown} value
 * @param {string} path
 */
function numberOf(value, path) {
  if (typeof value !== 'number') fail(path, 'is no number');
  return value;
}

/**
 * @param {unknown} value
 * @param {string} path
 */
function countOf(value, path) {
  const number = numberOf(value, path);
  if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) {
    fail(path, 'is no whole number in range');
  }
  return number;
}

/**
 * @param {unknown} value
 * @param {string} path
 */
function textOf(value, path) {
  if (typeof value !== 'string') fail(path, 'is no text');
  return value;
}

/**
 * @template T
 * @param {unknown} value
 * @param {string} path
 * @param {(item: unknown, path: string) => T} convert
 * @returns {T[]}
 */
function listOf(value, path, convert) {
  if (!Array.isArray(value)) fail(path, 'is no list');
  return value.map((item, i) => convert(item, `${path}[${i}]`));
}

/**
 * @param {unknown} value
 * @param {string} path
 * @param {Set<string>} read
 * @returns {string[]}
 */
function unreadOf(value, path, read) {
  if (Array.isArray(value))
    return value.flatMap((item, i) => unreadOf(item, `${path}[${i}]`, read));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const childPath = path ? `${path}.${name}` : name;
    return read.has(childPath) ? unreadOf(child, childPath, read) : [childPath];
  });
}
