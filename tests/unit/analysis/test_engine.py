"""An engine is built anew only where its themes or its codebook changed."""

from dataclasses import replace

from readers import CODEBOOK, HashingEmbedder, shared_themes

from analysis.engine import build_engine


def test_what_did_not_change_is_not_built_again():
    first = build_engine(shared_themes(), CODEBOOK, HashingEmbedder())
    again = build_engine(list(shared_themes()), list(CODEBOOK), HashingEmbedder())
    assert again.theme_model is first.theme_model
    assert again.kind_model is first.kind_model
    assert again.tag_model is first.tag_model


def test_a_changed_theme_or_codebook_is_built_anew():
    housing, *others = shared_themes()
    first = build_engine((housing, *others), CODEBOOK, HashingEmbedder())
    renamed = (replace(housing, name="Et sted at bo"), *others)
    assert build_engine(renamed, CODEBOOK, HashingEmbedder()).theme_model is not first.theme_model
    fewer = build_engine((housing, *others), CODEBOOK[:3], HashingEmbedder())
    assert fewer.tag_model is not first.tag_model
    assert fewer.name != first.name
