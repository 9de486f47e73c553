"""Accuracy on our own corpus may not fall below the pinned floors; the scores are printed (`pytest -s`)."""

import pytest

from bench import agreement, corpus_scores
from corpus import annotations, passages


def test_the_corpus_is_sound_and_large_enough():
    names = annotations.names()
    assert len(names) >= 80
    for name in names:
        gold = annotations.load(name)
        first, last = gold["report"]["body"]
        text = " ".join(gold["text"].split())
        words = text[text.index(" ".join(first.split())) : text.index(" ".join(last.split())) + len(" ".join(last.split()))].split()
        assert 120 <= len(words) <= 600, (name, len(words))


def test_half_of_the_corpus_is_kept_apart():
    assert set(annotations.apart()) | set(annotations.development()) == set(annotations.names())
    assert len(annotations.apart()) >= len(annotations.development())


def test_the_passages_are_sound():
    found = passages.all_passages()
    assert len(found) > 500
    for name, passage in found:
        for claim in passage["claims"]:
            assert all(passage["text"][s:e].strip() for s, e in claim["content_spans"] + claim["cue_spans"]), name


def test_the_second_reading_agrees():
    tally = agreement.agree()
    assert tally["claims linked"].f1 > 0.9
    assert tally["disputes"].f1 > 0.75


def test_the_corpus_covers_every_vocabulary():
    golds = [annotations.load(n) for n in annotations.names()]
    for section, fields in annotations.FIELDS.items():
        for field, values in fields.items():
            seen = {row[field] for gold in golds for row in gold.get(section) or []}
            if (section, field) != ("relations", "status"):  # ties are nearly always plain facts
                assert set(values) == seen, f"{section}.{field} lacks {set(values) - seen}"


@pytest.fixture(scope="module")
def scores():
    found = corpus_scores.score_all()
    print("\n" + corpus_scores.table(found))
    return found


@pytest.mark.parametrize("name", sorted(corpus_scores.floors()))
def test_no_layer_falls_below_its_floor(scores, name):
    assert scores[name].f1 >= corpus_scores.floors()[name]
