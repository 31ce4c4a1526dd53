// Embind registers C++'s wide strings with every module, and brings their encoders. No binding has
// one, so nothing is registered here.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: function () {},
});
