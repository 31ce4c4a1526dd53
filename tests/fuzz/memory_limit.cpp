#include "memory_limit.hpp"

#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kLargest = std::size_t{1} << 23;

int n_limits = 0;

void* checked(void* memory) {
  if (!memory) throw std::bad_alloc();
  return memory;
}

void check_size(std::size_t size) {
  if (n_limits > 0 && size > kLargest) throw std::bad_alloc();
}

}  // namespace

namespace moonlab::fuzz {

MemoryLimit::MemoryLimit() { ++n_limits; }
MemoryLimit::~MemoryLimit() { --n_limits; }

}  // namespace moonlab::fuzz

void* operator new(std::size_t size) {
  check_size(size);
  return checked(std::malloc(size > 0 ? size : 1));
}

// libFuzzer's own: what is deleted here must have been made here.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size > 0 ? size : 1);
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  check_size(size);
  const auto step = static_cast<std::size_t>(alignment);
  void* memory = nullptr;
  // Unlike std::aligned_alloc, it takes any size, so that every byte past the end is noticed.
  return checked(posix_memalign(&memory, step, size > 0 ? size : 1) == 0 ? memory : nullptr);
}

void operator delete(void* memory) noexcept { std::free(memory); }

void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }

void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
