"""The paper that defines each coefficient, as a methods section cites it."""

GWET_2014 = "Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th ed."

SHROUT_FLEISS = (
    "Shrout, P. E. and Fleiss, J. L. (1979), Intraclass correlations: uses in assessing rater reliability,"
    " Psychological Bulletin 86(2), 420-428"
)

CITATIONS = {
    "percent_agreement": (
        "Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5),"
        " 378-382"
    ),
    "percent_agreement_pairs": (
        "Artstein, R. and Poesio, M. (2008), Inter-coder agreement for computational linguistics, Computational"
        " Linguistics 34(4), 555-596"
    ),
    "percent_agreement_ratings": (
        "Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania"
    ),
    "krippendorff_alpha": (
        "Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania"
    ),
    "cohen_kappa": (
        "Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement"
        " 20(1), 37-46"
    ),
    "scott_pi": (
        "Scott, W. A. (1955), Reliability of content analysis: the case of nominal scale coding, Public Opinion"
        " Quarterly 19(3), 321-325"
    ),
    "fleiss_kappa": (
        "Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5),"
        " 378-382"
    ),
    "conger_kappa": (
        "Conger, A. J. (1980), Integration and generalization of kappas for multiple raters, Psychological Bulletin"
        " 88(2), 322-328"
    ),
    "brennan_prediger": (
        "Brennan, R. L. and Prediger, D. J. (1981), Coefficient kappa: some uses, misuses, and alternatives,"
        " Educational and Psychological Measurement 41(3), 687-699"
    ),
    "gwet_ac1": (
        "Gwet, K. L. (2008), Computing inter-rater reliability and its variance in the presence of high agreement,"
        " British Journal of Mathematical and Statistical Psychology 61(1), 29-48"
    ),
    "gwet_ac2": GWET_2014,
    "light_kappa": (
        "Light, R. J. (1971), Measures of response agreement for qualitative data: some generalizations and"
        " alternatives, Psychological Bulletin 76(5), 365-377"
    ),
    "kendall_w": (
        "Kendall, M. G. and Babington Smith, B. (1939), The problem of m rankings, Annals of Mathematical Statistics"
        " 10(3), 275-287"
    ),
} | dict.fromkeys(("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"), SHROUT_FLEISS)
"""Name of a coefficient → its source."""

OF_A_LEVEL = ("krippendorff_alpha", "kendall_w", "icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")
"""Coefficients whose weights say no more than their level."""

COHEN_1968 = (
    "Cohen, J. (1968), Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial"
    " credit, Psychological Bulletin 70(4), 213-220"
)

SCHOUTEN = (
    "Schouten, H. J. A. (1982), Measuring pairwise interobserver agreement when all subjects are judged by the same"
    " observers, Statistica Neerlandica 36(2), 45-61"
)
"""The kappa of one reviewer with the rest."""

CALDERON = (
    "Calderon, N., Reichart, R. and Dror, R. (2025), The Alternative Annotator Test for LLM-as-a-Judge: How to"
    " Statistically Justify Replacing Human Annotators with LLMs, Proceedings of ACL 2025, 16051-16081"
)
"""The alternative annotator test."""

COCHRAN = "Cochran, W. G. (1977), Sampling Techniques, 3rd ed., Wiley, sections 6.4 and 9A.1"
"""The variance of a ratio, by linearisation."""

WILSON_1927 = (
    "Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, Journal of the"
    " American Statistical Association 22(158), 209-212"
)
"""The interval of a share of independent trials."""

YEKUTIELI = (
    "Benjamini, Y. and Yekutieli, D. (2001), The control of the false discovery rate in multiple testing under"
    " dependency, Annals of Statistics 29(4), 1165-1188"
)
"""The correction of p-values."""
OF_SETS = {
    "jaccard": (
        "Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37-50; alpha with"
        " it: Krippendorff, K. (2004), Content Analysis, 2nd ed., chapter 11"
    ),
    "masi": (
        "Passonneau, R. (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation,"
        " Proceedings of LREC 2006, 831-836"
    ),
}
"""How far two sets agree → its source."""


def citation(name: str, weights: str) -> str:
    """The source of a coefficient; with weights, of its weighted form."""
    if weights in OF_SETS:
        return OF_SETS[weights]
    if weights == "identity" or name in OF_A_LEVEL:
        return CITATIONS[name]
    return COHEN_1968 if name in ("cohen_kappa", "light_kappa") else GWET_2014
