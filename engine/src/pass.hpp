#pragma once

#include <cstddef>
#include <cstdint>

#include "moonlab/gradient.hpp"
#include "workspace.hpp"

namespace moonlab {

/// Whether dL/dz of the output layer is p - y for each prediction p: the derivatives of loss and
/// activation cancel, and it stays exact where p is so near 0 or 1 that the loss clips it.
bool derivatives_cancel(Loss loss, Activation activation);

/// One pass over samples, forward and, for a gradient, back: what training spends its time with.
/// Part of the kernels: loops over samples by hand, and pairs. For callers that keep their buffers
/// and have checked their shapes; allocates nothing.
/// @param batch which samples, or nullptr with n_batch = all of them
/// @param n_batch 1 or more
/// @param gradient overwritten; nullptr to leave it out
/// @returns without r2
Evaluation pass(const Network& network, const Dataset& data, const std::int32_t* batch,
                std::size_t n_batch, Rule rule, Loss loss, Workspace& workspace,
                Gradient* gradient);

}  // namespace moonlab
