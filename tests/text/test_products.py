"""The parser's products: those of thinc's own library, the same in any company."""

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

from reportedly.text.pipeline import model_name, model_path, pipeline
from reportedly.text.products import ByNumpy

TEXT = "The ministry said on Monday that its forces had left the port of Benghazi, and denied that a ship had been held."


@pytest.mark.parametrize(("inwards", "outwards"), [(288, 288), (300, 96), (480, 288), (96, 1664)])
def test_a_row_has_the_same_product_bit_by_bit_whatever_rows_stand_beside_it(inwards, outwards):
    random = np.random.default_rng(7)
    rows, weights = random.normal(size=(500, inwards)).astype("f"), random.normal(size=(outwards, inwards)).astype("f")
    whole = ByNumpy().gemm(rows, weights, trans2=True)
    np.testing.assert_allclose(whole, NumpyOps().gemm(rows, weights, trans2=True), atol=1e-3)
    for count in (*range(1, 40), 60, 61, 100, 333):
        held = np.empty((count, outwards), "f")
        assert ByNumpy().gemm(rows[7 : 7 + count], weights, trans2=True, out=held) is held
        np.testing.assert_array_equal(held, whole[7 : 7 + count])
        np.testing.assert_array_equal(ByNumpy().gemm(rows[7 : 7 + count], weights, trans2=True), held)


def test_our_pipeline_multiplies_so_and_parses_as_spacy_alone_does():
    ours, bare = pipeline(model_name()), spacy.load(model_path(model_name()))
    parser = ours.get_pipe("parser").model
    assert {type(node.ops) for node in parser.walk()} == {ByNumpy}
    assert not any(isinstance(node.ops, ByNumpy) for node in bare.get_pipe("parser").model.walk())
    assert [(t.dep_, t.head.i, t.ent_type_) for t in ours(TEXT)] == [(t.dep_, t.head.i, t.ent_type_) for t in bare(TEXT)]
