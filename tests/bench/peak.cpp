// How many multiplications and additions of doubles a second this browser gets out of this machine,
// at best: independent chains x = x · a + b in SIMD128, which needs no memory. How many chains hide
// the latency and still fit the registers differs between machines, so that several are tried.

namespace {

using Pair = double __attribute__((vector_size(16)));

constexpr int kSteps = 1000;

volatile double factor = 0.999;
volatile double sink;

// @returns the number of operations
template <int kChains>
double run_chains() {
  const Pair a = {factor, factor};
  const Pair b = {factor, factor};
  Pair x[kChains] = {};
  for (int step = 0; step < kSteps; ++step) {
    for (Pair& chain : x) chain = chain * a + b;
  }
  Pair total = {};
  for (const Pair& chain : x) total += chain;
  sink = total[0] + total[1];
  constexpr int kLanes = 2;
  constexpr int kOperations = 2;
  return static_cast<double>(kSteps) * kChains * kLanes * kOperations;
}

}  // namespace

#define MOONLAB_PEAK(n) \
  extern "C" __attribute__((export_name("peak_" #n))) double peak_##n() { return run_chains<n>(); }

MOONLAB_PEAK(6)
MOONLAB_PEAK(8)
MOONLAB_PEAK(10)
MOONLAB_PEAK(12)
MOONLAB_PEAK(13)
