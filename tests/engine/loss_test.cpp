#include "moonlab/loss.hpp"

#include <cmath>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

TEST_CASE("losses are found by name, and an unknown one is reported") {
  CHECK(loss_from_name("binary_cross_entropy") == Loss::kBinaryCrossEntropy);
  CHECK(loss_from_name("mean_squared_error") == Loss::kMeanSquaredError);
  CHECK(message_of([] { return loss_from_name("hinge"); }) ==
        "loss: \"hinge\"; allowed: binary_cross_entropy, mean_squared_error");
}

TEST_CASE("the notebook's four samples have its loss and accuracy") {
  const Matrix y_true = row_of({0, 1, 1, 0});
  const Matrix y_pred = row_of({0.1, 0.9, 0.8, 0.2});
  // (-log 0.9 - log 0.9 - log 0.8 - log 0.8) / 4, as the notebook prints it: 0.1643
  CHECK(binary_cross_entropy(y_true, y_pred) == doctest::Approx(0.164252033486018).epsilon(1e-13));
  CHECK(accuracy(y_true, y_pred) == 1.0);
}

TEST_CASE("probabilities of 0 and 1 are clipped before the logarithm") {
  CHECK(binary_cross_entropy(row_of({1}), row_of({0})) == doctest::Approx(-std::log(1e-7)));
  CHECK(binary_cross_entropy(row_of({0}), row_of({0})) == doctest::Approx(-std::log(1 - 1e-7)));
}

TEST_CASE("labels between 0 and 1 are weighed") {
  CHECK(loss_term(Loss::kBinaryCrossEntropy, 0.25, 0.5) == doctest::Approx(std::log(2.0)));
}

TEST_CASE("exactly one half is predicted as class 0") {
  CHECK(accuracy(row_of({0, 1}), row_of({0.5, 0.5})) == 0.5);
  CHECK(accuracy(row_of({0}), row_of({0.5})) == 1);
}

TEST_CASE("a prediction that is NaN is class 0, as for NumPy") {
  CHECK(accuracy(row_of({0, 1}), row_of({NAN, NAN})) == 0.5);
}

TEST_CASE("mean squared error is the mean over all predictions") {
  CHECK(mean_squared_error(row_of({0, 1}), row_of({0.5, 0.5})) == 0.25);
}

TEST_CASE("the loss's derivative agrees with central differences") {
  constexpr double kEpsilon = 1e-7;
  for (const Loss loss : {Loss::kBinaryCrossEntropy, Loss::kMeanSquaredError}) {
    for (const double y : {0.0, 0.3, 1.0}) {
      for (double p = 0.05; p < 1; p += 0.1) {
        const double slope =
            (loss_term(loss, y, p + kEpsilon) - loss_term(loss, y, p - kEpsilon)) / (2 * kEpsilon);
        CHECK(loss_term_derivative(loss, y, p) == doctest::Approx(slope).epsilon(1e-6));
      }
    }
  }
}

TEST_CASE("the loss is flat where the probability is clipped") {
  CHECK(loss_term_derivative(Loss::kBinaryCrossEntropy, 1, 0.0) == 0.0);
  CHECK(std::isnan(loss_term_derivative(Loss::kBinaryCrossEntropy, 1, NAN)));
}

TEST_CASE("predictions of another shape than the labels are reported") {
  CHECK(message_of([] {
          return binary_cross_entropy(row_of({0, 1}), row_of({0.5}));
        }) == "y_pred: shape (1, 1); allowed: (1, 2)");
  CHECK(message_of([] { return accuracy(row_of({}), row_of({})); }) ==
        "y_true: shape (1, 0); allowed: one sample or more");
}
