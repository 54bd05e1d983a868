"""`python -m hudna.training`: fit the models that come with the program, or only measure by folds: the model
that comes with it (`folds`), or each task with an encoder of its own (`alone`)."""

import argparse
from pathlib import Path

import torch

from hudna.models.manifest import DATA
from hudna.training.build import Data, build
from hudna.training.fit import device
from hudna.training.folds import measure_alone, measure_shipped


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="python -m hudna.training", description=__doc__)
    parser.add_argument("what", choices=("build", "folds", "alone"))
    parser.add_argument("--sets", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--sentences", type=Path, default=Path("corpus/sentences"), help="our own sentences")
    parser.add_argument("--output", type=Path, default=DATA, help="where the files go")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads; more help only an idle machine")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    where = device()
    name = torch.cuda.get_device_name() if where.type == "cuda" else f"CPU, threads: {given.threads}"
    print(f"fitting on {name} (torch {torch.__version__})")
    data = Data(given.sets, given.sentences)
    if given.what == "build":
        build(data, given.output)
    elif given.what == "folds":
        measure_shipped(data)
    else:
        measure_alone(data)


if __name__ == "__main__":
    main()
