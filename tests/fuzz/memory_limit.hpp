#pragma once

namespace moonlab::fuzz {

/// While one lives, no allocation is larger than 8 MiB: it throws std::bad_alloc.
///
/// The address sanitizer ends the program where memory ends, and hostile sizes soon ask for more
/// than there is; here it ends as it does for everyone else. libFuzzer's own memory has no limit.
class MemoryLimit {
 public:
  MemoryLimit();
  ~MemoryLimit();
  MemoryLimit(const MemoryLimit&) = delete;
  MemoryLimit& operator=(const MemoryLimit&) = delete;
};

}  // namespace moonlab::fuzz
