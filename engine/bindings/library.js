// What Embind brings along and nobody calls: the encoders of C++'s wide strings, of which no binding
// has one; what is for debugging; and of a handle all but delete() and isDeleted().
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: function () {},

  $init_embind__deps: [],
  $init_embind: function () {},

  $init_emval__deps: [],
  $init_emval: function () {},

  $init_ClassHandle__deps: ['$ClassHandle_delete', '$ClassHandle_isDeleted'],
  $init_ClassHandle: function () {
    ClassHandle.prototype['delete'] = ClassHandle_delete;
    ClassHandle.prototype['isDeleted'] = ClassHandle_isDeleted;
  },
});
