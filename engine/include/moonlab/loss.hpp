#pragma once

#include <cstddef>
#include <string_view>

#include "moonlab/array.hpp"

namespace moonlab {

enum class Loss { kBinaryCrossEntropy, kMeanSquaredError };

/// @param name "binary_cross_entropy" or "mean_squared_error"
/// @throws std::invalid_argument for any other name
Loss loss_from_name(std::string_view name);

/// Probabilities are clipped to [kProbabilityClip, 1 - kProbabilityClip] before their logarithm.
constexpr double kProbabilityClip = 1e-7;

/// A probability above this is predicted as class 1; exactly this is class 0.
constexpr double kDecisionThreshold = 0.5;

/// -mean(y log p + (1 - y) log(1 - p)), with p clipped.
/// @param y_true labels, (n_outputs, n_samples)
/// @param y_pred probabilities, the same shape
/// @throws std::invalid_argument when the shapes differ or are empty
double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred);

/// mean((p - y)²). @see binary_cross_entropy
double mean_squared_error(const Matrix& y_true, const Matrix& y_pred);

/// Share of the samples whose predicted class is the label, 0 … 1. @see binary_cross_entropy
double accuracy(const Matrix& y_true, const Matrix& y_pred);

/// Σ loss_term over n predictions, without a logarithm for each of them.
double loss_sum(Loss loss, const double* y, const double* p, std::size_t n);

/// How many of n predictions are right.
double count_right(const double* y, const double* p, std::size_t n);

/// Whether a probability predicts this label.
inline bool is_right(double y, double p) { return (p > kDecisionThreshold ? 1.0 : 0.0) == y; }

/// One prediction's part of the loss (the mean over all predictions is the loss).
double loss_term(Loss loss, double y, double p);

/// d(loss_term)/dp. Binary cross-entropy is constant where p is clipped, so 0 there.
double loss_term_derivative(Loss loss, double y, double p);

}  // namespace moonlab
