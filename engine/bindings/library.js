// What Embind brings along and nobody calls: the encoders of C++'s wide strings and of its integers, of
// which no binding has one (numbers cross as doubles); what is for debugging; of a handle all but
// delete() and isDeleted(); and what concerns smart pointers, base classes and integers of 64 bits.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: function () {},

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

  // No function has two signatures.
  $ensureOverloadTable__deps: [],
  $ensureOverloadTable: function () {},

  moonlab_throw: function (message) {
    throw new Error(UTF8ToString(message));
  },
});
