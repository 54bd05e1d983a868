"""A fitted model to an ONNX file in 8 bits."""

import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from hudna.models.tokeniser import write_vocabulary
from hudna.training.encoder import Encoder, Words
from hudna.training.fit import Heads


class _Lower(nn.Module):
    """Rows of the word table to the states of the first layers."""

    def __init__(self, encoder: Encoder, layers: int) -> None:
        super().__init__()
        self.encoder, self.layers = encoder, layers

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        return self.encoder.through(self.encoder.embed(rows), mask, 0, self.layers)


class _Upper(nn.Module):
    """States of the first layers to the logits of words and sentences."""

    def __init__(self, model: Heads, layers: int) -> None:
        super().__init__()
        self.model, self.layers = model, layers

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        return self.model.read(self.model.encoder.through(states, mask, self.layers), mask)


def export_lower(encoder: Encoder, layers: int, path: Path) -> None:
    """Write the first `layers` layers: `rows`, `mask` to `states`, f32 [batch, length, hidden]."""
    _export(_Lower(encoder, layers), encoder.shape.hidden, ["rows", "mask"], ["states"], path)


def export_upper(model: Heads, layers: int, path: Path) -> None:
    """Write the layers from `layers` on with their heads: `states`, `mask` to `words` [batch, length, tags]
    and `classes` [batch, classes]."""
    _export(_Upper(model, layers), model.encoder.shape.hidden, ["states", "mask"], ["words", "classes"], path)


def _export(model: nn.Module, hidden: int, inputs: list[str], outputs: list[str], path: Path) -> None:
    """One ONNX file.

    Only matrix products become int8, one scale an output channel: 4 bits lose everything, and the norms and
    positions are small.
    """
    model = model.cpu().float().eval()
    sides = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model,
            (torch.zeros(2, 16, hidden), torch.ones(2, 16)),
            str(full),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes={name: {0: "batch"} if name == "classes" else sides for name in (*inputs, *outputs)},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"]
        )


def write_words(words: Words, table: Path, vocabulary: Path) -> None:
    """Write the shared word table and its vocabulary."""
    with table.open("wb") as file:
        np.savez(file, rows=words.rows, scales=words.scales)
    write_vocabulary(words.vocabulary, vocabulary)
