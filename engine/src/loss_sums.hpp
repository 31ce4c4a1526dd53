#pragma once

#include <cstddef>

#include "moonlab/loss.hpp"

/// What a pass sums up of its predictions. Part of the kernels.
namespace moonlab::kernels {

/// Σ loss_term over n predictions, without a logarithm for each of them.
double loss_sum(Loss loss, const double* y, const double* p, std::size_t n);

/// For how many of n samples the predicted class is the label.
/// @param y (n_outputs, at least n and whole pairs of samples)
/// @param p the same
double count_right(const Matrix& y, const Matrix& p, std::size_t n);

}  // namespace moonlab::kernels
