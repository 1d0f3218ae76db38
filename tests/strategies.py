"""Values to try laws on: texts in every script, and facts of every kind."""

from hypothesis import strategies as st

from annotate.domain import (
    METHODS,
    PRESETS,
    STANCES,
    Answer,
    Assignment,
    Claim,
    Decision,
    Description,
    Document,
    Evidence,
    Fact,
    Judgement,
    Key,
    Redaction,
    Reviewer,
    Setting,
    Version,
    Withdrawal,
)

# Letters that fold, combine, run backwards, lie outside the first plane, break lines, or end strings elsewhere.
awkward = st.sampled_from("aab ßé\u0301\u0327אمह字\U0001f600\u200d\ufe0f\U0001f1e9\0\r\n\t\u2028\u00a0\x1b[]*\ufeff")
texts = st.text(awkward | st.characters(exclude_categories=["Cs"]), max_size=40)
some_text = st.text(awkward, min_size=1, max_size=10)

digests = st.binary(min_size=16, max_size=16).map(bytes.hex)
ids = st.lists(digests, max_size=3, unique=True).map(sorted).map(tuple)
moments = st.integers(-(2**55), 2**57)
offsets = st.integers(0, 2**53)
words = st.lists(some_text, max_size=2).map(tuple)

evidence = st.lists(
    st.builds(
        Evidence,
        url=texts,
        document=digests | st.just(""),
        start=st.just(0) | offsets,
        end=offsets,
        quote=texts,
        stance=st.sampled_from(["", *STANCES]),
        set=st.integers(1, 5),
        question=texts,
        archived=texts,
        retrieved=texts,
        publisher=texts,
        published=texts,
    ),
    max_size=2,
).map(tuple)

documents = st.builds(Document.of, texts, texts)
descriptions = st.builds(
    Description,
    document=digests,
    title=texts,
    url=texts,
    archived=texts,
    publisher=texts,
    author=texts,
    language=texts,
    published=texts,
    supersedes=ids,
)
claims = st.builds(Claim, document=digests, start=offsets, end=offsets, wording=texts)
versions = st.builds(
    Version,
    claim=digests,
    start=offsets,
    end=offsets,
    wording=texts,
    claimant=texts,
    attribution=words,
    date=texts,
    types=words,
    checkworthy=st.sampled_from(["", "yes", "no"]),
    supersedes=ids,
)
reviewers = st.builds(Reviewer, handle=some_text, name=texts, is_model=st.booleans(), supersedes=ids)
settings = st.builds(Setting, name=some_text, value=texts, at=moments, supersedes=ids)
keys = st.builds(Key, digests)
assignments = st.builds(Assignment, claim=digests, reviewer=some_text)
judgements = st.builds(
    Judgement,
    claim=digests,
    reviewer=some_text,
    scheme=digests,
    answer=st.sampled_from(Answer),
    verdict=texts,
    facets=st.dictionaries(some_text, st.tuples(some_text), max_size=2),
    confidence=st.integers(0, 9),
    rationale=texts,
    evidence=evidence,
    flagged=st.booleans(),
    at=moments,
    milliseconds=offsets,
    version=digests | st.just(""),
    round=st.integers(1, 3),
    source=texts,
    supersedes=ids,
)
withdrawals = st.builds(Withdrawal, fact=digests, author=texts, at=moments)
redactions = st.builds(
    Redaction, fact=texts, text=texts, name=texts, salt=texts, reason=texts, author=texts, at=moments
)
decisions = st.builds(
    Decision,
    claim=digests,
    outcome=some_text,
    method=st.sampled_from(METHODS),
    author=texts,
    at=moments,
    scheme=digests,
    judgements=ids,
    rationale=texts,
    evidence=evidence,
    soft=st.dictionaries(some_text, st.integers(0, 10**6), max_size=2),
    judged=st.booleans(),
    version=digests | st.just(""),
    round=st.integers(1, 3),
    supersedes=ids,
)
schemes = st.sampled_from(list(PRESETS.values()))

kinds: list[st.SearchStrategy[Fact]] = [
    documents,
    descriptions,
    claims,
    versions,
    reviewers,
    schemes,
    settings,
    keys,
    assignments,
    judgements,
    withdrawals,
    redactions,
    decisions,
]
facts: st.SearchStrategy[Fact] = st.one_of(kinds)
