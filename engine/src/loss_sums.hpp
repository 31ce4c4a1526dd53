#pragma once

#include <cstddef>

#include "moonlab/loss.hpp"

/// What a pass sums up of its predictions. Part of the kernels.
namespace moonlab::kernels {

/// Σ loss_term over n predictions, without a logarithm for each of them.
double loss_sum(Loss loss, const double* y, const double* p, std::size_t n);

/// How many of n predictions of one output are right.
double count_right(const double* y, const double* p, std::size_t n);

}  // namespace moonlab::kernels
