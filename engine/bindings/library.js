// What Embind brings along and nobody calls: the encoders of C++'s wide strings and of its integers, of
// which no binding has one (numbers cross as doubles); what is for debugging; of a handle all but
// delete() and isDeleted(); and what concerns smart pointers, base classes and integers of 64 bits.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: function () {},

  // Text, as UTF-8; bytes that are none do not cross.
  _embind_register_std_string__deps: [
    'malloc',
    'free',
    '$registerType',
    '$readLatin1String',
    '$simpleReadValueFromPointer',
    '$throwBindingError',
  ],
  _embind_register_std_string: function (rawType, name) {
    registerType(rawType, {
      name: readLatin1String(name),
      fromWireType: function (text) {
        const value = UTF8ToString(text + 4, HEAPU32[text >> 2]);
        _free(text);
        return value;
      },
      toWireType: function (destructors, value) {
        if (typeof value != 'string') throwBindingError('Cannot pass non-string to std::string');
        const length = lengthBytesUTF8(value);
        const text = _malloc(4 + length + 1);
        HEAPU32[text >> 2] = length;
        stringToUTF8(value, text + 4, length + 1);
        if (destructors !== null) destructors.push(_free, text);
        return text;
      },
      argPackAdvance: 8,
      readValueFromPointer: simpleReadValueFromPointer,
      destructorFunction: (text) => _free(text),
    });
  },

  _embind_register_integer__deps: [],
  _embind_register_integer: function () {},

  $init_embind__deps: [],
  $init_embind: function () {},

  $init_emval__deps: [],
  $init_emval: function () {},

  $init_ClassHandle__deps: ['$ClassHandle_delete', '$ClassHandle_isDeleted'],
  $init_ClassHandle: function () {
    ClassHandle.prototype['delete'] = ClassHandle_delete;
    ClassHandle.prototype['isDeleted'] = ClassHandle_isDeleted;
  },

  $attachFinalizer__deps: [],
  $attachFinalizer: function (handle) {
    return handle;
  },

  $genericPointerToWireType__deps: [],
  $genericPointerToWireType: function () {},

  $RegisteredPointer_fromWireType__deps: ['$makeClassHandle'],
  $RegisteredPointer_fromWireType: function (ptr) {
    return makeClassHandle(this.registeredClass.instancePrototype, { ptrType: this, ptr });
  },

  $embind__requireFunction__deps: [],
  $embind__requireFunction: function (signature, rawFunction) {
    return getWasmTableEntry(rawFunction);
  },

  // No type of a binding is left unbound.
  $throwUnboundTypeError__deps: [],
  $throwUnboundTypeError: function (message) {
    throw new Error(message);
  },

  // No function has two signatures.
  $ensureOverloadTable__deps: [],
  $ensureOverloadTable: function () {},

  moonlab_throw: function (message) {
    throw new Error(UTF8ToString(message));
  },
});
