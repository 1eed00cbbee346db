"""A classifier of the paper's own: it learns from what moderators have accepted and rejected, here and nowhere else.

It says nothing until it has enough to go by and has shown, on decisions that were held back, that it can tell.
"""
from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from rotative.discussion.moderation import fitting
from rotative.discussion.moderation.features import SIZE, Features, Places, features
from rotative.discussion.moderation.findings import Span
from rotative.discussion.moderation.fitting import Numbers, Weights
from rotative.discussion.moderation.letters import read

DECISIONS = 200
OF_EACH_KIND = 40
AUC = 0.75
PRECISION = 0.7  # of what it holds, so much must have been rejected in its trial
HELD = 5  # texts that it must have held there, for that to be a figure
PARTS = 5  # each is held back once, and judged by what was learnt from the others
LATEST = 5_000  # decisions: older ones are of another time
_MAGIC, _VERSION = b"RTVC", 1


class Unreadable(Exception):
    """These bytes are no model, are damaged, or are of another version: train anew."""


@dataclass(frozen=True)
class Quality:
    """How well a model did on decisions it had not seen.

    accepted, rejected: different texts it has learnt from. auc: how often a rejected text was rated above an accepted one.
    threshold: from which rate it holds a text; precision, recall: of what it held there how much had been rejected, and
    of what had been rejected how much it held.
    """

    accepted: int = 0
    rejected: int = 0
    auc: float = 0.5
    threshold: float = 1.1
    precision: float = 0.0
    recall: float = 0.0

    @property
    def is_enough(self) -> bool:
        return self.accepted + self.rejected >= DECISIONS and min(self.accepted, self.rejected) >= OF_EACH_KIND

    @property
    def is_ready(self) -> bool:
        return self.is_enough and self.auc > AUC


@dataclass(frozen=True)
class Weighed:
    """A word of the text as typed, and what it adds: above 0 towards a rejection, below towards acceptance."""

    word: str
    span: Span
    weight: float


@dataclass(frozen=True)
class Model:
    """What was learnt."""

    weights: Weights
    quality: Quality

    def rate(self, text: str) -> float | None:
        """How likely a moderator would reject the text, from 0 to 1; nothing while too little is known."""
        return self.weights.score(features(text).distinct()) if self.quality.is_ready else None

    def explain(self, text: str) -> tuple[Weighed, ...]:
        """The words of the text by what they add, most first; nothing while too little is known."""
        if not self.quality.is_ready:
            return ()
        found = features(text)
        added = _added(found, self.weights.of_places)
        weighed = (Weighed(text[slice(*span)], span, float(weight)) for span, weight in zip(found.words, added, strict=True))
        return tuple(sorted(weighed, key=lambda each: (-each.weight, each.span)))

    def to_bytes(self) -> bytes:
        """What can be kept in a database or a file."""
        said = json.dumps({**asdict(self.quality), "bias": self.weights.bias, "size": SIZE}).encode()
        body = struct.pack("<I", len(said)) + said + zlib.compress(self.weights.of_places.astype("<f4").tobytes(), 6)
        return _MAGIC + struct.pack("<BI", _VERSION, zlib.crc32(body)) + body

    @classmethod
    def from_bytes(cls, kept: bytes) -> Model:
        """What ``to_bytes`` kept. Raises Unreadable."""
        try:
            return _read(bytes(kept))
        except (ValueError, KeyError, TypeError, AttributeError, struct.error, zlib.error) as error:
            raise Unreadable(str(error)) from error


def train(pairs: Iterable[tuple[str, bool]]) -> Model:
    """Learn from decided texts, oldest first, each with whether it was rejected; a text decided twice counts as it was last."""
    decided = list({read(text).folded: (text, bool(rejected)) for text, rejected in pairs}.items())[-LATEST:]
    labels = np.array([rejected for _folded, (_text, rejected) in decided], dtype=np.bool_)
    quality = Quality(accepted=int((~labels).sum()), rejected=int(labels.sum()))
    if not quality.is_enough:
        return Model(Weights(np.zeros(SIZE, dtype=np.float32), 0.0), quality)
    rows = [features(text).distinct() for _folded, (text, _rejected) in decided]
    parts = np.array([zlib.crc32(folded.encode("utf-8", "replace")) % PARTS for folded, _decision in decided])
    return Model(fitting.fit(rows, labels), _tried(rows, labels, parts, quality))


def _tried(rows: list[Places], labels: fitting.Yes, parts: NDArray[np.int64], quality: Quality) -> Quality:
    """Every decision, judged by what was learnt from the parts that it is not in."""
    scores: Numbers = np.zeros(len(rows))
    for part in range(PARTS):
        others = np.flatnonzero(parts != part)
        learnt = fitting.fit([rows[place] for place in others], labels[others])
        for place in np.flatnonzero(parts == part):
            scores[place] = learnt.score(rows[place])
    at, precision, recall = fitting.threshold(scores, labels, PRECISION, HELD)
    return Quality(quality.accepted, quality.rejected, fitting.auc(scores, labels), at, precision, recall)


def _added(found: Features, weights: NDArray[np.float32]) -> Numbers:
    """What each word adds: by itself, half of each pair, and its share of each piece."""
    if not found.words:
        return np.zeros(0)
    added, pairs, *pieces = _shares(found, weights)
    added[:-1] += pairs / 2
    added[1:] += pairs / 2
    letters: Numbers = np.zeros(found.length + max(found.pieces) + 1)
    for length, shares in zip(found.pieces, pieces, strict=True):
        each = shares / length  # of each letter from here on, until so many further
        letters[: len(each)] += each
        letters[length : length + len(each)] -= each
    until: Numbers = np.concatenate([[0.0], np.cumsum(np.cumsum(letters))])
    ends = [*(start - 1 for start in found.starts[1:]), found.length - 1]
    total: Numbers = added + until[ends] - until[list(found.starts)]
    return total


def _shares(found: Features, weights: NDArray[np.float32]) -> list[Numbers]:
    """What each time a place is found in the text adds to its score: of words, of pairs, of each length of pieces."""
    places = [found.singles, found.pairs, *found.pieces.values()]
    distinct, which, times = np.unique(np.concatenate(places), return_inverse=True, return_counts=True)
    shares: Numbers = (weights[distinct].astype(np.float64) / times / np.sqrt(len(distinct)))[which]
    return np.split(shares, np.cumsum([len(each) for each in places])[:-1])


def _read(kept: bytes) -> Model:
    version, digest = struct.unpack_from("<BI", kept, len(_MAGIC))
    body = kept[len(_MAGIC) + 5 :]
    if not kept.startswith(_MAGIC) or version != _VERSION or zlib.crc32(body) != digest:
        raise ValueError("no model of this version")
    length = struct.unpack_from("<I", body)[0]
    said = json.loads(body[4 : 4 + length])
    # No more is unpacked than a model has.
    weights = np.frombuffer(zlib.decompressobj().decompress(body[4 + length :], SIZE * 4 + 1), dtype="<f4").astype(np.float32)
    bias = float(said.pop("bias"))
    if said.pop("size") != SIZE or len(weights) != SIZE or not np.isfinite(weights).all() or not np.isfinite(bias):
        raise ValueError("not the weights of a model")
    return Model(Weights(weights, bias), Quality(**{name: type(getattr(Quality, name))(value) for name, value in said.items()}))
