"""BERTopic on the same vectors, in a virtual environment of its own that is thrown away.

Its dependencies (numba, hdbscan, umap: about 300 MB) never touch the project's own environment.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from analysis.background import Floats
from benchmarks.cluster_scores import SEEDS, scores

PACKAGES = (
    "umap-learn==0.5.12", "hdbscan==0.8.44", "pyyaml==6.0.4",
    "plotly", "pandas", "scikit-learn", "tqdm", "numpy",
)  # fmt: skip
SCRIPT = """
import json, sys
import numpy as np
from bertopic import BERTopic
from sklearn.cluster import KMeans
from umap import UMAP
texts = json.load(open(sys.argv[1], encoding="utf-8"))
vectors = np.load(sys.argv[2])
number, seeds = int(sys.argv[3]), int(sys.argv[4])
found = {"BERTopic": [], "BERTopic with KMeans": []}
for seed in range(seeds):
    shape = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=seed)
    for name, extra in (("BERTopic", {}), ("BERTopic with KMeans",
            {"hdbscan_model": KMeans(number, n_init=10, random_state=seed)})):
        model = BERTopic(umap_model=shape, language="multilingual", **extra)
        found[name].append([int(topic) for topic in model.fit_transform(texts, vectors)[0]])
print(json.dumps(found))
"""


def run_bertopic(texts: Sequence[str], labels: Sequence[str], vectors: Floats) -> None:
    """Print BERTopic's NMI, ARI and number of groups, by default and with KMeans.

    Needs the network for the installation. Raises CalledProcessError when that fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "venv", with_pip=True)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        python = str(place / "venv" / scripts / "python")
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *PACKAGES], check=True)
        subprocess.run([*install, "--no-deps", "bertopic==0.17.4"], check=True)
        (place / "texts.json").write_text(json.dumps(list(texts)), encoding="utf-8")
        np.save(place / "vectors.npy", vectors)
        (place / "run.py").write_text(SCRIPT, encoding="utf-8")
        files = [str(place / name) for name in ("run.py", "texts.json", "vectors.npy")]
        done = subprocess.run(
            [python, *files, str(len(set(labels))), str(len(SEEDS))],
            check=True,
            capture_output=True,
            text=True,
        )
    for name, runs in json.loads(done.stdout.splitlines()[-1]).items():
        nmi, ari, number = scores(labels, runs.__getitem__)
        print(f"{name:28s} {nmi:.3f} {ari:.3f}  {number:.1f}")
