"""One layer: z = x W + b, batch normalization, activation, residual connection; forward and backward."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation

Array = NDArray[np.float64]

EPSILON = 1e-5  # added to the variance under the root, as in Ioffe and Szegedy 2015 and in PyTorch
MOMENTUM = 0.1  # the share of the newest batch in the running statistics


class BatchNormalization:
    """z ← γ (z - μ)/√(σ² + ε) + β, unit by unit over the batch (Ioffe and Szegedy 2015).

    In training μ and the biased σ² are the batch's, and the running statistics take in μ and the unbiased variance;
    in evaluation they are the running ones. A batch of one has no variance: x̂ is 0, and the running variance is left
    as it was, which `variance_left` says.
    """

    __slots__ = (
        "beta",
        "d_beta",
        "d_gamma",
        "gamma",
        "inverse",
        "mean",
        "training",
        "variance",
        "variance_left",
        "x_hat",
    )

    def __init__(
        self, parameters: tuple[Array, Array], gradients: tuple[Array, Array], running: tuple[Array, Array]
    ) -> None:
        """γ and β, where their gradients go, and the running mean and variance, altered in training; all (n_out,)."""
        self.gamma, self.beta = parameters
        self.d_gamma, self.d_beta = gradients
        self.mean, self.variance = running
        self.variance_left = False
        self.training = True
        self.x_hat = self.inverse = np.empty(0)

    def reset(self) -> None:
        """γ = 1, β = 0; running mean 0, running variance 1."""
        self.gamma.fill(1.0)
        self.beta.fill(0.0)
        self.mean.fill(0.0)
        self.variance.fill(1.0)

    def forward(self, z: Array, training: bool) -> Array:
        """The normalized z (batch, n_out)."""
        self.training = training
        if training:
            count = len(z)
            mean = np.add.reduce(z, axis=0) / count
            apart = z - mean
            variance = np.einsum("ij,ij->j", apart, apart) / count
            self._remember(mean, variance, count)
        else:
            apart, variance = z - self.mean, self.variance
            self.variance_left = False
        self.inverse = 1.0 / np.sqrt(variance + EPSILON)
        apart *= self.inverse
        self.x_hat = apart
        normalized: Array = apart * self.gamma
        normalized += self.beta
        return normalized

    def _remember(self, mean: Array, variance: Array, count: int) -> None:
        self.mean += MOMENTUM * (mean - self.mean)
        self.variance_left = count == 1
        if count > 1:
            self.variance += MOMENTUM * (variance * (count / (count - 1)) - self.variance)

    def backward(self, d_z: Array) -> Array:
        """∂L/∂z before normalization from that after it; in training μ and σ² depend on every z of the batch."""
        np.add.reduce(d_z, axis=0, out=self.d_beta)
        np.einsum("ij,ij->j", d_z, self.x_hat, out=self.d_gamma)
        scale = self.gamma * self.inverse
        if not self.training:
            return np.asarray(d_z * scale)
        count = len(d_z)
        d_before: Array = d_z - self.d_beta / count
        d_before -= self.x_hat * (self.d_gamma / count)
        d_before *= scale
        return d_before


class Layer:
    """A dense layer over views into the network's flat vectors; `activation` is None in the output layer.

    After `forward`: `x` (batch, n_in) the input; `z` (batch, n_out), after batch normalization; `a` the output, after
    the residual connection. After `backward`: `d_a` = ∂L/∂a and `d_z` = ∂L/∂z of these, and `slope` = f'(z); None where
    they were not kept. The arrays are new in each pass: whoever holds one keeps it as it is.
    """

    __slots__ = (
        "W",
        "a",
        "activation",
        "b",
        "d_W",
        "d_a",
        "d_b",
        "d_z",
        "normalization",
        "residual",
        "slope",
        "x",
        "z",
    )

    def __init__(
        self, weights: tuple[Array, Array], gradients: tuple[Array, Array], activation: Activation | None
    ) -> None:
        """W (n_in, n_out) and b (n_out,), and where their gradients go."""
        self.W, self.b = weights
        self.d_W, self.d_b = gradients
        self.activation = activation
        self.normalization: BatchNormalization | None = None
        self.residual = False
        self.x = self.z = self.a = np.empty(0)
        self.d_a: Array | None = None
        self.d_z: Array | None = None
        self.slope: Array | None = None

    def forward(self, x: Array, training: bool) -> Array:
        """The output a (batch, n_out) of `x` (batch, n_in)."""
        self.x = x
        self.d_a = self.d_z = self.slope = None
        z = x.dot(self.W)
        z += self.b
        if self.normalization is not None:
            z = self.normalization.forward(z, training)
        self.z = self.a = z
        if self.activation is not None:
            self.a = self.activation(z)
            if self.residual:
                self.a = self.a + x
        return self.a

    def backward(self, d_a: Array, ones: Array, keep: bool = True) -> Array:
        """Fill in the gradients of the parameters from ∂L/∂a, and return ∂L/∂z before batch normalization.

        `ones` (batch,) sums over the batch. `d_a`, `d_z` and `slope` are kept if asked for.
        """
        d_z, slope = d_a, None
        if self.activation is not None:
            slope = self.activation.derivative(self.z)
            d_z = d_a * slope
        self.forget()
        if keep:
            self.d_a, self.d_z, self.slope = d_a, d_z, slope
        normalization = self.normalization
        if normalization is not None:
            d_z = normalization.backward(d_z)
        self.x.T.dot(d_z, self.d_W)
        if normalization is not None and normalization.training:
            self.d_b.fill(0.0)  # the batch's mean takes b out again: what a sum would leave is rounding
        else:
            ones.dot(d_z, self.d_b)
        return d_z

    def forget(self) -> None:
        """Let go of what the backward pass has kept."""
        self.d_a = self.d_z = self.slope = None

    def d_input(self, d_a: Array, d_z: Array) -> Array:
        """∂L/∂x from ∂L/∂a and what `backward` returned."""
        d_x: Array = d_z.dot(self.W.T)
        if self.residual:
            d_x += d_a
        return d_x
