"""Networks, their gradients and their training by PyTorch: the part of `make_reference.py` that makes `networks.json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from network_cases import NORMED, PLAIN, STEPS, NetworkCase, cases, fed_gradient, layer_number, short

Tensor = torch.Tensor
Key = tuple[str, tuple[tuple[str, float], ...]]
Function = Callable[[Tensor], Tensor]
Settings = dict[str, Any]
Rule = Callable[[list[Tensor], Settings], torch.optim.Optimizer]
LOSSES = {
    "mse": torch.nn.functional.mse_loss,
    "binary_cross_entropy": torch.nn.functional.binary_cross_entropy_with_logits,
}
# These go by the sign of a gradient alone: where it has become rounding, so have their steps.
BY_SIGN = {"rprop"}


class TorchNetwork:
    """The network of a case: the same order of operations, each PyTorch's own."""

    def __init__(self, case: NetworkCase, activation: Function) -> None:
        self.case, self.activation = case, activation
        self.parameters = {name: torch.tensor(v, requires_grad=True) for name, v in case.parameters().items()}
        self.norms = [self._norm(number) for number in range(1, len(case.sizes) - 1)] if case.batch_norm else []
        self.loss = LOSSES[case.loss]

    def _norm(self, number: int) -> torch.nn.BatchNorm1d:
        norm = torch.nn.BatchNorm1d(self.case.sizes[number], dtype=torch.float64)
        norm.weight = torch.nn.Parameter(self.parameters[f"gamma{number}"])
        norm.bias = torch.nn.Parameter(self.parameters[f"beta{number}"])
        self.parameters[f"gamma{number}"], self.parameters[f"beta{number}"] = norm.weight, norm.bias
        return norm

    def __call__(self, x: Tensor, training: bool = True) -> Tensor:
        last = len(self.case.sizes) - 1
        for number in range(1, last + 1):
            z = torch.addmm(self.parameters[f"b{number}"], x, self.parameters[f"W{number}"])
            if number == last:
                return z
            if self.norms:
                z = self.norms[number - 1].train(training)(z)
            a = self.activation(z)
            x = a + x if self.case.residual and a.shape == x.shape else a
        raise AssertionError


def compared(case: NetworkCase, activation: Function) -> dict[str, list[float]]:
    """Each tensor of one forward and backward pass, and of an evaluation after it, put short."""
    network = TorchNetwork(case, activation)
    inputs, targets = (torch.tensor(values) for values in case.data())
    inputs.requires_grad_()
    z = network(inputs)
    value = network.loss(z, targets)
    value.backward()
    tensors = {"loss": value, "z": z, "d_input": inputs.grad}
    for name, parameter in network.parameters.items():
        if layer_number(name) in case.compared() and not case.is_removed(name):
            tensors["d_" + name] = parameter.grad
    for number, norm in enumerate(network.norms, start=1):
        if number in case.compared():
            tensors |= {f"mean{number}": norm.running_mean, f"variance{number}": norm.running_var}
    tensors["evaluated"] = network(inputs, training=False)
    return {name: list(short(tensor.detach().numpy())) for name, tensor in tensors.items()}


def trained(case: NetworkCase, activation: Function, rule: Rule, settings: Settings) -> dict[str, Any]:
    """A network that trains on its own gradients: every tenth loss, and its parameters at the end, put short."""
    network = TorchNetwork(case, activation)
    x, y = (torch.tensor(values) for values in case.data())
    optimizer = rule(list(network.parameters.values()), settings)
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        value = network.loss(network(x), y)
        value.backward()
        optimizer.step()
        losses.append(float(value.detach()))
    ended = {name: list(short(p.detach().numpy())) for name, p in network.parameters.items()}
    return {"losses": losses[::10], "parameters": ended}


def fed(case: NetworkCase, rule: Rule, settings: Settings) -> dict[str, list[float]]:
    """The parameters after steps along gradients that are drawn."""
    parameters = {name: torch.tensor(v, requires_grad=True) for name, v in case.parameters().items()}
    optimizer = rule(list(parameters.values()), settings)
    for step in range(STEPS):
        for name, gradient in fed_gradient(case, step).items():
            parameters[name].grad = torch.tensor(gradient)
        optimizer.step()
    return {name: p.detach().numpy().ravel().tolist() for name, p in parameters.items()}


def networks(activations: Mapping[Key, Function], rules: Mapping[str, Rule], usual: Mapping[str, Settings]) -> Settings:
    """The whole file. `usual` are the settings of each of the `rules`."""
    torch.set_default_dtype(torch.float64)  # else NAdam keeps a product of its own in float32
    training = []
    for kind, rule in rules.items():
        entry: dict[str, Any] = {"kind": kind, "settings": usual[kind], "fed": fed(NORMED, rule, usual[kind])}
        if kind not in BY_SIGN:
            entry["trained"] = trained(PLAIN, activations[PLAIN.key], rule, usual[kind])
        training.append(entry)
    return {"passes": [compared(case, activations[case.key]) for case in cases()], "training": training}
