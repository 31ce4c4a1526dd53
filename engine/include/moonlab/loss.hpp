#pragma once

#include <cstddef>
#include <string_view>

#include "moonlab/array.hpp"

namespace moonlab {

enum class Loss { kBinaryCrossEntropy, kMeanSquaredError, kCategoricalCrossEntropy };

/// @param name "binary_cross_entropy", "mean_squared_error" or "categorical_cross_entropy"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Loss loss_from_name(std::string_view name);

/// Probabilities are clipped to [kProbabilityClip, 1 - kProbabilityClip] before their logarithm.
constexpr double kProbabilityClip = 1e-7;

/// Of one output, a probability above this is predicted as class 1; exactly this is class 0.
constexpr double kDecisionThreshold = 0.5;

/// -mean(y log p + (1 - y) log(1 - p)), with p clipped.
/// @param y_true labels from 0 to 1, (n_outputs, n_samples)
/// @param y_pred probabilities, the same shape
/// @throws std::invalid_argument when the shapes differ or are empty, or for another label
[[nodiscard]] double binary_cross_entropy(const Matrix& y_true, const Matrix& y_pred);

/// Mean over the samples of -log p of the true class, with p clipped.
/// @param y_true one-hot, (n_classes, n_samples), two classes or more
/// @param y_pred probabilities, the same shape
/// @throws std::invalid_argument when the shapes differ or are empty, or for other labels
[[nodiscard]] double categorical_cross_entropy(const Matrix& y_true, const Matrix& y_pred);

/// mean((p - y)²). Takes any finite label. @see binary_cross_entropy
[[nodiscard]] double mean_squared_error(const Matrix& y_true, const Matrix& y_pred);

/// Share of the samples whose predicted class is the label, 0 … 1. Of several outputs the class is
/// that of the largest, the first of equals. A prediction of one output that is NaN is class 0, as
/// for NumPy. @see mean_squared_error
[[nodiscard]] double accuracy(const Matrix& y_true, const Matrix& y_pred);

/// The coefficient of determination, 1 - Σ(p - y)² / Σ(y - mean y)², as scikit-learn's r2_score:
/// the mean of the outputs' own; where all labels are the same, 1 if the predictions are, too, else
/// 0; NaN for a single sample. @see mean_squared_error
[[nodiscard]] double r2_score(const Matrix& y_true, const Matrix& y_pred);

/// Of one output, from its mean squared error and variance_of() its labels.
[[nodiscard]] double r2_from(double squared_error, double variance);

/// np.var(y), and 0 to the last bit where all are equal; NaN for a single number, of which nothing
/// can be explained.
/// @param y n numbers
[[nodiscard]] double variance_of(const double* y, std::size_t n);

/// One prediction's part of the loss; their sum divided by loss_divisor() is the loss.
[[nodiscard]] double loss_term(Loss loss, double y, double p);

/// d(loss_term)/dp. Cross-entropies are constant where p is clipped, so 0 there.
[[nodiscard]] double loss_term_derivative(Loss loss, double y, double p);

/// What the loss is the mean over: the samples for categorical cross-entropy, all predictions for
/// the others.
[[nodiscard]] double loss_divisor(Loss loss, std::size_t n_outputs, std::size_t n_samples);

/// @throws std::invalid_argument for labels that the loss does not take: binary cross-entropy takes
///   those from 0 to 1, categorical cross-entropy one-hot columns, mean squared error all that are
///   finite
void require_labels(Loss loss, const Matrix& y, const Text& name);

}  // namespace moonlab
