#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "moonlab/dataset.hpp"

/// What data sets are made of.
namespace moonlab {

enum class Maker { kMoons, kCircles, kBlobs, kClassification, kXor, kSpirals, kPlane, kHills };

/// @throws std::invalid_argument, which lists the names that there are
Maker maker_of(std::string_view name);

/// How far make_xor moves a coordinate away from 0.
constexpr double kXorGap = 0.1;

/// @throws std::invalid_argument for a number of samples that no data set can have
void require_count(std::size_t n_samples);

/// @throws std::invalid_argument unless it is finite and 0 or more
void require_deviation(double value, const Text& name);
void require_noise(const std::optional<double>& noise);

/// Of two features, nothing in it yet.
Dataset empty_dataset(std::size_t n_samples);

void set_sample(Dataset& dataset, std::size_t index, double x1, double x2, double label);

/// Of n samples dealt out to n_groups, how many group number `group` gets.
std::size_t group_size(std::size_t n, std::size_t n_groups, std::size_t group);

void shuffle_samples(Dataset& dataset, RandomState& random_state);

/// X += random_state.normal(scale=deviation, size=(n_samples, 2)).T
void add_noise(Dataset& dataset, double deviation, RandomState& random_state);

}  // namespace moonlab
