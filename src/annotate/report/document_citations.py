"""What the numbers on spans and evidence are called, and the paper that defines each."""

HRIPCSAK_ROTHSCHILD = (
    "Hripcsak, G. and Rothschild, A. S. (2005), Agreement, the F-measure, and reliability in information retrieval,"
    " Journal of the American Medical Informatics Association 12(3), 296-298"
)
KRIPPENDORFF_2016 = (
    "Krippendorff, K., Mathet, Y., Bouvry, S. and Widlöcher, A. (2016), On the reliability of unitizing textual"
    " continua: further developments, Quality & Quantity 50(6), 2347-2364"
)
KRIPPENDORFF_2004 = (
    "Krippendorff, K. (2004), Content Analysis: An Introduction to Its Methodology, 2nd ed., section 11.6"
)
JACCARD = "Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37-50"
ARTSTEIN_POESIO = (
    "Artstein, R. and Poesio, M. (2008), Inter-coder agreement for computational linguistics, Computational"
    " Linguistics 34(4), 555-596"
)

NAMED: dict[str, tuple[str, str]] = {
    "f1_exact": ("F1, same bounds", HRIPCSAK_ROTHSCHILD),
    "f1_partial": ("F1, overlap", HRIPCSAK_ROTHSCHILD),
    "f1_character": ("F1, by character", HRIPCSAK_ROTHSCHILD),
    "f1_exact_labelled": ("F1, same bounds and label", HRIPCSAK_ROTHSCHILD),
    "f1_partial_labelled": ("F1, overlap, same label", HRIPCSAK_ROTHSCHILD),
    "f1_character_labelled": ("F1, by character and label", HRIPCSAK_ROTHSCHILD),
    "u_alpha": ("u-alpha (where and what)", KRIPPENDORFF_2016),
    "u_alpha_binary": ("|u-alpha (where)", KRIPPENDORFF_2016),
    "u_alpha_layers": ("u-alpha, each label by itself", KRIPPENDORFF_2004),
    "cu_alpha": ("cu-alpha (what, in overlaps)", KRIPPENDORFF_2016),
    "cu_coverage": ("Share of the text in overlaps", KRIPPENDORFF_2016),
    "ku_alpha": ("(k)u-alpha", KRIPPENDORFF_2016),
    "ku_coverage": ("Share of the label in overlaps", KRIPPENDORFF_2016),
    "jaccard": ("Jaccard of their sources", JACCARD),
    "same_source": ("A source in common", ARTSTEIN_POESIO),
    "same_passage": ("Overlapping quotes of one source", ARTSTEIN_POESIO),
    "same_stance": ("Same stance of one source", ARTSTEIN_POESIO),
}
"""Name → as it is written in a table, and its source."""

CITATIONS = {name: source for name, (_, source) in NAMED.items()}
TITLES = {name: title for name, (title, _) in NAMED.items()}
