#pragma once

#include <string_view>

#include "moonlab/array.hpp"

namespace moonlab {

enum class Loss { kBinaryCrossEntropy, kMeanSquaredError };

/// @param name "binary_cross_entropy" or "mean_squared_error"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Loss loss_from_name(std::string_view name);

/// Probabilities are clipped to [kProbabilityClip, 1 - kProbabilityClip] before their logarithm.
constexpr double kProbabilityClip = 1e-7;

/// A probability above this is predicted as class 1; exactly this is class 0.
constexpr double kDecisionThreshold = 0.5;

/// -mean(y log p + (1 - y) log(1 - p)), with p clipped.
/// @param y_true labels from 0 to 1, (n_outputs, n_samples)
/// @param y_pred probabilities, the same shape
/// @throws std::invalid_argument when the shapes differ or are empty, or for another label
[[nodiscard]] double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred);

/// mean((p - y)²). Takes any finite label. @see binary_cross_entropy
[[nodiscard]] double mean_squared_error(const Matrix& y_true, const Matrix& y_pred);

/// Share of the samples whose predicted class is the label, 0 … 1. A prediction that is NaN is
/// class 0, as for NumPy. @see mean_squared_error
[[nodiscard]] double accuracy(const Matrix& y_true, const Matrix& y_pred);

/// One prediction's part of the loss (the mean over all predictions is the loss).
[[nodiscard]] double loss_term(Loss loss, double y, double p);

/// d(loss_term)/dp. Binary cross-entropy is constant where p is clipped, so 0 there.
[[nodiscard]] double loss_term_derivative(Loss loss, double y, double p);

/// @throws std::invalid_argument for a label that the loss does not take: binary cross-entropy
/// takes
///   those from 0 to 1, mean squared error all that are finite
void require_labels(Loss loss, const Matrix& y, const Text& name);

}  // namespace moonlab
