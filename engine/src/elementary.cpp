#include "elementary.hpp"

namespace moonlab::kernels {
namespace {

// 1.5 · 2^52: the sum with it has whole numbers for its last places.
constexpr double kRounder = 6755399441055744.0;

}  // namespace

// Known to the compiler, so that who asks before main is answered.
constexpr ExpConstants kExpConstants = {
    both(1.0),
    both(kRounder),
    both(1.4426950408889634),
    both(6.93147180369123816490e-01),  // 21 trailing zero bits
    both(1.90821492927058770002e-10),
    {both(0.5000000000000001), both(0.04166666666662413), both(0.0013888888917213717),
     both(2.4801521295954376e-05), both(2.7620088445409746e-07)},
    {both(0.16666666666666669), both(0.008333333333330062), both(0.00019841269863053618),
     both(2.7557268459997064e-06), both(2.510038549551032e-08)},
};

constexpr TanhConstants kTanhConstants = {
    both(1.0),
    both(kRounder / kTanhPointsPerUnit),
    both(20.0),  // tanh is 1 to the last bit from 19.1 on
    {both(-0.3333333333333333), both(0.13333250984822181)},
};

double exp(double x) { return exp(reduce_exponent(both(x), kExpConstants), kExpConstants)[0]; }

}  // namespace moonlab::kernels
